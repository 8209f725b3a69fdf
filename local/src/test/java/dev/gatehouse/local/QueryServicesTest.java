package dev.gatehouse.local;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.RoleSessions;
import dev.gatehouse.local.sts.Sts;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryServicesTest {

  private final QueryServices services =
      new QueryServices(
          named("SES"),
          new Sts(new RoleSessions()),
          named("SQS"),
          named("IAM"),
          named("identity policies"));

  @ParameterizedTest
  @CsvSource({
    "SendEmail, 2010-12-01, '', SES",
    "SendEmail, '', '', SES",
    "SendMessage, 2012-11-05, '', SQS",
    "SendMessage, '', sqs, SQS",
    "PutRolePolicy, '', iam, IAM",
    "PutIdentityPolicy, '', ses, identity policies",
    "SendEmail, 2010-12-01, email, SES",
    "SendEmail, 2010-12-01, ses, SES",
  })
  void signatureOrVersionSelectsTheService(
      String action, String version, String signed, String service) {
    assertThat(call(action, version, signed).text()).isEqualTo(service);
  }

  @ParameterizedTest
  @CsvSource({
    "ListTopics, 2010-03-31, sns",
    "ListTopics, 2010-03-31, ''",
    "ListStacks, 2010-05-15, cloudformation",
    "DescribeEnvironments, 2010-12-01, elasticbeanstalk"
  })
  void otherServiceIsNotAnsweredInTheNameOfSes(String action, String version, String signed) {
    Response response = call(action, version, signed);

    assertThat(response.status()).isEqualTo(400);
    assertThat(response.text())
        .contains(
            "<Code>InvalidAction</Code>",
            "The local emulator does not support the action %s of %s;"
                .formatted(action, signed.isEmpty() ? version : signed))
        .doesNotContain("ses.amazonaws.com");
  }

  @Test
  void callerIsTheRootUserOfTheAccount() {
    assertThat(call("GetCallerIdentity", "2011-06-15", "sts").text())
        .startsWith(
            "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">"
                + "<GetCallerIdentityResult><Arn>arn:aws:iam::000000000000:root</Arn>"
                + "<UserId>000000000000</UserId><Account>000000000000</Account>"
                + "</GetCallerIdentityResult><ResponseMetadata><RequestId>");
    assertThat(call("AssumeRole", "2011-06-15", "sts").text())
        .contains("sts.amazonaws.com", "<Code>InvalidAction</Code>");
  }

  @Test
  void malformedFormIsRefused() {
    assertThat(services.handle(request("Action=%zz", Map.of())).text())
        .contains("<Code>MalformedQueryString</Code>");
  }

  private Response call(String action, String version, String signed) {
    Map<String, List<String>> headers =
        signed.isEmpty()
            ? Map.of()
            : Map.of(
                "Authorization",
                List.of(
                    "AWS4-HMAC-SHA256 Credential=any/20261122/us-east-1/%s/aws4_request,"
                        .formatted(signed)));
    String form = "Action=" + action + (version.isEmpty() ? "" : "&Version=" + version);
    return services.handle(request(form, headers));
  }

  private static Request request(String form, Map<String, List<String>> headers) {
    return new Request("POST", "/", Map.of(), headers, "127.0.0.1", form.getBytes(UTF_8));
  }

  private static Service named(String name) {
    return request -> Response.of(200, "text/plain", name);
  }
}
