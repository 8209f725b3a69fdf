package dev.gatehouse.local.iam;

import static dev.gatehouse.local.iam.IamPlan.ROLE_ARN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.iam.requests.RequestActions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests on the AWS port, as a function's SDK sends them, and AWS's refusals. */
class AccessCheckTest {
  private static final String USER =
      "User: arn:aws:sts::000000000000:assumed-role/api/api-function is not authorized to perform: ";

  private static AccessCheck check(String statements) {
    return check(new IamPlan().role("api", "lambda.amazonaws.com").policy("api", "p", statements));
  }

  private static AccessCheck check(IamPlan plan) {
    return new AccessCheck(
        Iam.of(plan.build()),
        new RequestActions(
            members -> Optional.of("arn:aws:kms:us-east-1:000000000000:key/1"), sender -> sender));
  }

  private static Optional<Response> call(AccessCheck check, String target, String body) {
    return check.refuse(request(check, "dynamodb", Map.of("X-Amz-Target", List.of(target)), body));
  }

  private static Request request(
      AccessCheck check, String service, Map<String, List<String>> headers, String body) {
    SigningCredentials credentials =
        check.iam().sessions().issue(new AssumedRole(ROLE_ARN + "api", "api-function"));
    Map<String, List<String>> signed = new TreeMap<>(headers);
    signed.put("Authorization", List.of(authorization(credentials.accessKeyId(), service)));
    return new Request(
        "POST", "/", Map.of(), signed, "127.0.0.1", body.replace('\'', '"').getBytes(UTF_8));
  }

  private static String authorization(String accessKey, String service) {
    return "AWS4-HMAC-SHA256 Credential=%s/20261201/us-east-1/%s/aws4_request, SignedHeaders=host"
        .formatted(accessKey, service);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DynamoDB_20120810.PutItem|{'TableName':'users'}|400|com.amazon.coral.service#AccessDeniedException"
            + "|dynamodb:PutItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/users because no identity-based policy allows the dynamodb:PutItem action",
        "TrentService.Decrypt|{}|400|AccessDeniedException"
            + "|kms:Decrypt on resource: arn:aws:kms:us-east-1:000000000000:key/1 because no identity-based policy allows the kms:Decrypt action",
        "AWSCognitoIdentityProviderService.ListUsers|{'UserPoolId':'p'}|400|AccessDeniedException"
            + "|cognito-idp:ListUsers on resource: arn:aws:cognito-idp:us-east-1:000000000000:userpool/p because no identity-based policy allows the cognito-idp:ListUsers action",
        "AmazonSQS.SendMessage|{'QueueUrl':'https://sqs.us-east-1.amazonaws.com/000000000000/q'}|403|com.amazon.coral.service#AccessDeniedException"
            + "|sqs:sendmessage on resource: arn:aws:sqs:us-east-1:000000000000:q because no identity-based policy allows the sqs:sendmessage action",
      })
  void refusalHasTheWordsOfTheService(
      String target, String body, int status, String type, String message) {
    Response refusal = call(check("[]"), target, body).orElseThrow();

    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.text())
        .isEqualTo("{\"__type\":\"%s\",\"Message\":\"%s%s\"}".formatted(type, USER, message));
  }

  @Test
  void refusalOfSesIsXml() {
    AccessCheck check = check("[]");
    Response refusal =
        check
            .refuse(
                request(
                    check, "ses", Map.of(), "Action=SendEmail&Source=no-reply%40gatehouse.test"))
            .orElseThrow();

    assertThat(refusal.status()).isEqualTo(403);
    assertThat(refusal.text())
        .contains("<Code>AccessDenied</Code>")
        .contains(
            "<Message>User `arn:aws:sts::000000000000:assumed-role/api/api-function' is not"
                + " authorized to perform `ses:SendEmail' on resource"
                + " `arn:aws:ses:us-east-1:000000000000:identity/no-reply@gatehouse.test'</Message>");
  }

  @Test
  void explicitDenyIsSaid() {
    AccessCheck check =
        check(
            "[{'Effect':'Allow','Action':'*','Resource':'*'},"
                + "{'Effect':'Deny','Action':'dynamodb:DeleteItem','Resource':'*'}]");

    assertThat(call(check, "DynamoDB_20120810.GetItem", "{'TableName':'users'}")).isEmpty();
    assertThat(
            call(check, "DynamoDB_20120810.DeleteItem", "{'TableName':'users'}")
                .orElseThrow()
                .text())
        .contains("table/users with an explicit deny in an identity-based policy");
  }

  @Test
  void everyItemOfATransactionIsChecked() {
    AccessCheck check = check("{'Effect':'Allow','Action':'dynamodb:PutItem','Resource':'*'}");
    String transaction =
        "{'TransactItems':[{'Put':{'TableName':'a'}},{'Delete':{'TableName':'b'}}]}";

    assertThat(
            call(check, "DynamoDB_20120810.TransactWriteItems", transaction).orElseThrow().text())
        .contains(
            "dynamodb:DeleteItem on resource: arn:aws:dynamodb:us-east-1:000000000000:table/b");
  }

  @Test
  void callersWithOtherCredentialsAreAdministrators() {
    AccessCheck check = check("[]");
    Map<String, List<String>> headers =
        Map.of(
            "X-Amz-Target", List.of("DynamoDB_20120810.PutItem"),
            "Authorization", List.of(authorization("AKIADEVELOPER", "dynamodb")));

    assertThat(
            check.refuse(
                new Request("POST", "/", Map.of(), headers, "127.0.0.1", "{}".getBytes(UTF_8))))
        .isEmpty();
  }

  @Test
  void unsignedOperationsNeedNoPermission() {
    assertThat(call(check("[]"), "AWSCognitoIdentityProviderService.SignUp", "{}")).isEmpty();
  }

  @Test
  void policyOfAKeyMustAllowTheAccountOrTheRole() {
    IamPlan plan =
        new IamPlan()
            .role("api", "lambda.amazonaws.com")
            .policy("api", "p", "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}");
    String policy =
        IamPlan.document(
            "{'Effect':'Allow','Principal':{'AWS':'%s'},'Action':'kms:*','Resource':'*'}");

    assertThat(call(check(plan), "TrentService.Decrypt", "{}")).isEmpty();
    assertThat(
            call(
                check(key(policy.formatted("arn:aws:iam::000000000000:root"))),
                "TrentService.Decrypt",
                "{}"))
        .isEmpty();
    assertThat(
            call(
                    check(key(policy.formatted("arn:aws:iam::000000000000:role/other"))),
                    "TrentService.Decrypt",
                    "{}")
                .orElseThrow()
                .text())
        .contains("because no resource-based policy allows the kms:Decrypt action");
  }

  private static IamPlan key(String policy) {
    return new IamPlan()
        .role("api", "lambda.amazonaws.com")
        .policy("api", "p", "{'Effect':'Allow','Action':'kms:Decrypt','Resource':'*'}")
        .add(
            "aws:kms/key:Key",
            "codes",
            IamPlan.object("policy", policy),
            "{\"arn\": \"arn:aws:kms:us-east-1:000000000000:key/1\"}");
  }

  @Test
  void policyOfAQueueAllowsWhatTheRoleDoesNot() {
    IamPlan plan =
        new IamPlan()
            .role("api", "lambda.amazonaws.com")
            .add(
                "aws:sqs/queue:Queue",
                "q",
                IamPlan.object(
                    "policy",
                    IamPlan.document(
                        "{'Effect':'Allow','Principal':{'AWS':'"
                            + ROLE_ARN
                            + "api'},'Action':'sqs:SendMessage','Resource':'*'}")),
                "{\"arn\": \"arn:aws:sqs:us-east-1:000000000000:q\"}");
    String url = "{'QueueUrl':'https://sqs.us-east-1.amazonaws.com/000000000000/q'}";

    assertThat(call(check(plan), "AmazonSQS.SendMessage", url)).isEmpty();
    assertThat(call(check(plan), "AmazonSQS.ReceiveMessage", url)).isPresent();
  }

  @Test
  void policyOfAFunctionAllowsWhatTheRoleDoesNot() {
    String arn = "arn:aws:lambda:us-east-1:000000000000:function:erase";
    AccessCheck check = check("[]");
    check
        .iam()
        .resourcePolicies()
        .ofFunctions(
            function ->
                Optional.of(
                    IamPlan.document(
                        "{'Effect':'Allow','Principal':{'AWS':'%sapi'},".formatted(ROLE_ARN)
                            + "'Action':'lambda:InvokeFunction','Resource':'%s'}".formatted(arn))));

    assertThat(check.refuse(invocation(check, "erase"))).isEmpty();
    assertThat(check.refuse(invocation(check, "reconcile")).orElseThrow().text())
        .contains("because no identity-based policy allows the lambda:InvokeFunction action");
  }

  private static Request invocation(AccessCheck check, String function) {
    Request signed = request(check, "lambda", Map.of(), "{}");
    return new Request(
        "POST",
        "/2015-03-31/functions/%s/invocations".formatted(function),
        Map.of(),
        signed.headers(),
        "127.0.0.1",
        "{}".getBytes(UTF_8));
  }

  @Test
  void refusedRequestsAndUnusedGrantsAreListed() {
    AccessCheck check =
        check("{'Effect':'Allow','Action':['dynamodb:GetItem','dynamodb:PutItem'],'Resource':'*'}");
    assertThat(call(check, "DynamoDB_20120810.GetItem", "{'TableName':'users'}")).isEmpty();
    assertThat(call(check, "DynamoDB_20120810.Scan", "{'TableName':'users'}")).isPresent();

    AccessEndpoint endpoint = new AccessEndpoint(check.iam(), Map::of);
    Request get = new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]);

    assertThat(endpoint.handle(get).text())
        .contains("\"action\":\"dynamodb:Scan\"")
        .contains(
            "\"unused\":[{\"policy\":\"api/p\",\"statement\":0,\"action\":\"dynamodb:PutItem\"}]");
  }
}
