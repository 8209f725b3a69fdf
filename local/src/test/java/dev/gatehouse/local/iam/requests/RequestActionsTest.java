package dev.gatehouse.local.iam.requests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions that requests need, as the Service Authorization Reference lists them. */
class RequestActionsTest {
  private static final String TABLE = "arn:aws:dynamodb:us-east-1:000000000000:table/";

  private static final String SES = "arn:aws:ses:us-east-1:000000000000:";

  /** SES compares the address without its name. */
  private static final Map<String, String> FROM = Map.of("ses:fromaddress", "a@gatehouse.test");

  private final RequestActions actions =
      new RequestActions(
          members ->
              Optional.ofNullable(members.get("KeyId")).map(id -> "arn:key/" + id.getAsString()),
          sender -> sender.substring(sender.indexOf('@') + 1).replace(">", ""));

  private List<AwsAction> of(String target, String body) {
    return of(request("POST", "/", Map.of("X-Amz-Target", List.of(target)), body), "");
  }

  private List<AwsAction> of(Request request, String service) {
    return actions.of(request, service).orElseThrow().actions();
  }

  private static Request request(
      String method, String path, Map<String, List<String>> headers, String body) {
    return new Request(
        method, path, Map.of(), headers, "127.0.0.1", body.replace('\'', '"').getBytes(UTF_8));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PutItem|{'TableName':'users'}|dynamodb:PutItem|users",
        "GetItem|{'TableName':'arn:aws:dynamodb:us-east-1:000000000000:table/users'}|dynamodb:GetItem|users",
        "Query|{'TableName':'users','IndexName':'by-email'}|dynamodb:Query|users/index/by-email",
        "Scan|{'TableName':'users'}|dynamodb:Scan|users",
        "BatchWriteItem|{'RequestItems':{'users':[]}}|dynamodb:BatchWriteItem|users",
        "TransactGetItems|{'TransactItems':[{'Get':{'TableName':'users'}}]}|dynamodb:GetItem|users",
      })
  void tableOrIndexIsTheResource(String operation, String body, String action, String resource) {
    assertThat(of("DynamoDB_20120810." + operation, body))
        .containsExactly(new AwsAction(action, TABLE + resource));
  }

  @Test
  void transactionNeedsAnActionForEachItem() {
    assertThat(
            of(
                "DynamoDB_20120810.TransactWriteItems",
                "{'TransactItems':[{'Put':{'TableName':'users'}},{'Update':{'TableName':'users'}},"
                    + "{'Delete':{'TableName':'claims'}},{'ConditionCheck':{'TableName':'users'}},"
                    + "{'Put':{'TableName':'users'}}]}"))
        .containsExactly(
            new AwsAction("dynamodb:PutItem", TABLE + "users"),
            new AwsAction("dynamodb:UpdateItem", TABLE + "users"),
            new AwsAction("dynamodb:DeleteItem", TABLE + "claims"),
            new AwsAction("dynamodb:ConditionCheckItem", TABLE + "users"));
  }

  @Test
  void operationsWithoutTableNeedAnyResource() {
    assertThat(of("DynamoDB_20120810.ListTables", "{}"))
        .containsExactly(new AwsAction("dynamodb:ListTables", "*"));
  }

  @ParameterizedTest
  @CsvSource({
    "SendMessage, sqs:SendMessage",
    "SendMessageBatch, sqs:SendMessage",
    "DeleteMessageBatch, sqs:DeleteMessage",
    "ChangeMessageVisibilityBatch, sqs:ChangeMessageVisibility",
    "GetQueueAttributes, sqs:GetQueueAttributes",
  })
  void batchNeedsTheActionOfOneMessage(String operation, String action) {
    assertThat(
            of(
                "AmazonSQS." + operation,
                "{'QueueUrl':'https://sqs.us-east-1.amazonaws.com/000000000000/deferred'}"))
        .containsExactly(new AwsAction(action, "arn:aws:sqs:us-east-1:000000000000:deferred"));
  }

  @Test
  void encryptionContextIsAConditionKey() {
    assertThat(
            of(
                "TrentService.Decrypt",
                "{'KeyId':'k','EncryptionContext':{'userpool-id':'us-east-1_A'}}"))
        .containsExactly(
            new AwsAction(
                "kms:Decrypt",
                "arn:key/k",
                Map.of("kms:encryptioncontext:userpool-id", "us-east-1_A")));
  }

  @Test
  void administratorsOperationOfCognitoNeedsThePool() {
    assertThat(of("AWSCognitoIdentityProviderService.ListUsers", "{'UserPoolId':'us-east-1_A'}"))
        .containsExactly(
            new AwsAction(
                "cognito-idp:ListUsers",
                "arn:aws:cognito-idp:us-east-1:000000000000:userpool/us-east-1_A"));
    assertThat(of("AWSCognitoIdentityProviderService.SignUp", "{'ClientId':'c'}")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /2015-03-31/functions/api:live/invocations, lambda:InvokeFunction, api:live",
    "POST, /2015-03-31/functions/api/policy, lambda:AddPermission, api",
    "DELETE, /2015-03-31/functions/api/policy/sid, lambda:RemovePermission, api",
    "GET, /2015-03-31/functions/api/aliases/live, lambda:GetAlias, api",
    "GET, /2015-03-31/functions/api, lambda:GetFunction, api",
  })
  void functionIsTheResourceOfLambda(String method, String path, String action, String name) {
    assertThat(of(request(method, path, Map.of(), ""), "lambda"))
        .containsExactly(
            new AwsAction(action, "arn:aws:lambda:us-east-1:000000000000:function:" + name));
  }

  @Test
  void sendingNeedsTheIdentityAndTheConfigurationSet() {
    String form =
        UrlEncoded.encode(
            Map.of(
                "Action", "SendEmail",
                "Source", "Gatehouse <a@gatehouse.test>",
                "ConfigurationSetName", "mail"));
    assertThat(of(request("POST", "/", Map.of(), form), "ses"))
        .containsExactly(
            new AwsAction("ses:SendEmail", SES + "identity/gatehouse.test", FROM),
            new AwsAction("ses:SendEmail", SES + "configuration-set/mail", FROM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'FromEmailAddress':'a@gatehouse.test','Content':{'Simple':{}}}|ses:SendEmail",
        "{'FromEmailAddress':'a@gatehouse.test','Content':{'Template':{}}}|ses:SendTemplatedEmail",
        "{'Content':{'Raw':{'Data':'RnJvbTogYUBnYXRlaG91c2UudGVzdA0KDQpI'}}}|ses:SendRawEmail",
      })
  void kindOfContentIsTheActionOfSesV2(String body, String action) {
    assertThat(of(request("POST", "/v2/email/outbound-emails", Map.of(), body), "ses"))
        .containsExactly(new AwsAction(action, SES + "identity/gatehouse.test", FROM));
  }

  @Test
  void malformedRequestIsLeftToTheService() {
    assertThat(of("DynamoDB_20120810.TransactWriteItems", "nonsense")).isEmpty();
    assertThat(actions.of(request("GET", "/_gatehouse", Map.of(), ""), "execute-api")).isEmpty();
  }
}
