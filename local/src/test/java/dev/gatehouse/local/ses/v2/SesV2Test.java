package dev.gatehouse.local.ses.v2;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.ses.TestSes;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SesV2Test {

  private static final String SIMPLE =
      """
      {"FromEmailAddress": "Shop <no-reply@example.com>",
       "Destination": {"ToAddresses": ["a@b.org"], "BccAddresses": ["c@d.org"]},
       "ReplyToAddresses": ["help@example.com"], "ConfigurationSetName": "outgoing",
       "EmailTags": [{"Name": "message", "Value": "sign-up"}],
       "Content": {"Simple": {"Subject": {"Data": "Hi", "Charset": "UTF-8"},
         "Body": {"Text": {"Data": "t"}, "Html": {"Data": "<p>t</p>"}}}}}
      """;

  private final TestSes aws = new TestSes();

  private Response call(String method, String path, String body) {
    return aws.ses.handle(
        new Request(
            method, "/v2/email/" + path, Map.of(), Map.of(), "127.0.0.1", body.getBytes(UTF_8)));
  }

  private Response send(String body) {
    return call("POST", "outbound-emails", body);
  }

  private static JsonObject json(Response response) {
    return JsonParser.parseString(response.text()).getAsJsonObject();
  }

  private Mail sent() {
    return aws.ses.inbox().mails().getFirst().mail();
  }

  @Test
  void simpleMailIsStored() {
    Response response = send(SIMPLE);

    assertThat(response.status()).as(response.text()).isEqualTo(200);
    assertThat(json(response).get("MessageId").getAsString())
        .isEqualTo(aws.ses.inbox().mails().getFirst().id());
    assertThat(sent())
        .isEqualTo(
            new Mail(
                "Shop <no-reply@example.com>",
                List.of("a@b.org"),
                List.of(),
                List.of("c@d.org"),
                "Hi",
                "t",
                "<p>t</p>",
                new SendOptions(
                    List.of("help@example.com"),
                    "outgoing",
                    Map.of("message", "sign-up"),
                    Map.of())));
  }

  @Test
  void rawMailIsStored() {
    String mime = "From: no-reply@example.com\r\nTo: a@b.org\r\nSubject: Raw\r\n\r\nt\r\n";
    String data = Base64.getEncoder().encodeToString(mime.getBytes(UTF_8));

    assertThat(send("{\"Content\": {\"Raw\": {\"Data\": \"%s\"}}}".formatted(data)).status())
        .isEqualTo(200);
    assertThat(sent().subject()).isEqualTo("Raw");
  }

  @Test
  void templateMayBeStoredOrInTheRequest() {
    String request =
        """
        {"FromEmailAddress": "no-reply@example.com", "Destination": {"ToAddresses": ["a@b.org"]},
         "Content": {"Template": {%s, "TemplateData": "{\\"name\\": \\"Jane\\"}"}}}
        """;
    assertThat(
            send(request.formatted("\"TemplateContent\": {\"Subject\": \"Hi {{name}}\"}")).status())
        .isEqualTo(200);
    assertThat(sent().subject()).isEqualTo("Hi Jane");
    assertThat(send(request.formatted("\"TemplateName\": \"nope\"")).text())
        .isEqualTo("{\"message\":\"Template nope does not exist\"}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no-reply@example.com | x@elsewhere.org | 400 | MessageRejected",
        "a@b.org | jane | 400 | BadRequestException",
        "Hi | Hi\\r\\nBcc: x@y.org | 400 | BadRequestException",
        "sign-up | sign up | 400 | BadRequestException",
        "outgoing | nope | 404 | NotFoundException",
        "EmailTags | ListManagementOptions | 400 | BadRequestException",
        "Simple | Complex | 400 | BadRequestException",
      })
  void invalidMailIsRefused(String part, String replacement, int status, String type) {
    Response response = send(SIMPLE.replace(part, replacement));

    assertThat(response.status()).as(response.text()).isEqualTo(status);
    assertThat(response.headers()).containsEntry("x-amzn-ErrorType", List.of(type));
    assertThat(json(response).get("message").getAsString()).isNotEmpty();
    assertThat(aws.ses.inbox().mails()).isEmpty();
  }

  @Test
  void identityIsVerifiedUntilItIsDeleted() {
    String create = "{\"EmailIdentity\": \"no-reply@shop.test\"}";

    assertThat(
            json(call("POST", "identities", create)).get("VerifiedForSendingStatus").getAsBoolean())
        .isTrue();
    assertThat(call("POST", "identities", create).headers())
        .containsEntry("x-amzn-ErrorType", List.of("AlreadyExistsException"));
    assertThat(
            json(call("GET", "identities/no-reply%40shop.test", ""))
                .get("IdentityType")
                .getAsString())
        .isEqualTo("EMAIL_ADDRESS");
    assertThat(json(call("GET", "identities", "")).getAsJsonArray("EmailIdentities")).hasSize(3);
    assertThat(json(call("POST", "list-identities", "{}")).getAsJsonArray("EmailIdentities"))
        .hasSize(3);
    assertThat(send(SIMPLE.replace("example.com", "shop.test")).status()).isEqualTo(200);
    assertThat(call("DELETE", "identities/no-reply%40shop.test", "").status()).isEqualTo(200);
    assertThat(call("GET", "identities/no-reply%40shop.test", "").status()).isEqualTo(404);
    assertThat(send(SIMPLE.replace("example.com", "shop.test")).status()).isEqualTo(400);
  }

  @Test
  void otherPathsAreUnknownOperations() {
    assertThat(call("PUT", "account/details", "{}").headers())
        .containsEntry("x-amzn-ErrorType", List.of("UnknownOperationException"));
    assertThat(send("[]").headers())
        .containsEntry("x-amzn-ErrorType", List.of("SerializationException"));
  }
}
