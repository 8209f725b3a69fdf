package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.Lambda;
import dev.gatehouse.local.lambda.LambdaOptions;
import dev.gatehouse.local.plan.Plan;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/**
 * The requirements on any endpoint with the AWS API: our archives and the SDK work with each alike.
 */
abstract class AwsEndpointContract {
  @TempDir Path work = Path.of("");

  /** Returns the endpoint of every AWS service. */
  abstract URI endpoint();

  private void createTable(DynamoDbClient dynamoDb, String table) {
    dynamoDb.createTable(
        create ->
            create
                .tableName(table)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .keySchema(
                    KeySchemaElement.builder().attributeName("sub").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("sub")
                        .attributeType(ScalarAttributeType.S)
                        .build()));
    dynamoDb.waiter().waitUntilTableExists(describe -> describe.tableName(table));
  }

  /** Returns the plan with this table's name in the environment of every function that has one. */
  private Plan planFor(String table) throws Exception {
    JsonObject plan = ModifiedPlan.copy().plan();
    for (JsonElement resource : plan.getAsJsonArray("resources")) {
      if (resource.getAsJsonObject().getAsJsonObject("inputs").get("environment")
              instanceof JsonObject environment
          && environment.getAsJsonObject("variables").has("USERS_TABLE")) {
        environment.getAsJsonObject("variables").addProperty("USERS_TABLE", table);
      }
    }
    return Plan.read(Files.writeString(work.resolve("plan.json"), plan.toString()));
  }

  private Response confirm(Lambda functions, String sub) {
    String event =
        """
        {"version":"1","region":"us-east-1","userPoolId":"us-east-1_EXAMPLE","userName":"%s",
         "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},
         "triggerSource":"PostConfirmation_ConfirmSignUp",
         "request":{"userAttributes":{"sub":"%s","email_verified":"true","email":"jane@example.com"}},
         "response":{}}
        """
            .formatted(sub, sub);
    return functions.handle(
        new Request(
            "POST",
            "/2015-03-31/functions/gatehouse-local-post-confirmation/invocations",
            Map.of(),
            Map.of(),
            "127.0.0.1",
            event.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void postConfirmationWritesItsRowOnce() throws Exception {
    String table = "gatehouse-" + UUID.randomUUID();
    String sub = UUID.randomUUID().toString();
    try (DynamoDbClient dynamoDb = AwsAccount.client(DynamoDbClient.builder(), endpoint());
        Lambda functions =
            Lambda.of(
                planFor(table), new LambdaOptions(Repository.ROOT, work, endpoint(), call -> {}))) {
      createTable(dynamoDb, table);
      assertThat(confirm(functions, sub).status()).isEqualTo(200);
      assertThat(confirm(functions, sub).headers()).doesNotContainKey("X-Amz-Function-Error");
      List<Map<String, AttributeValue>> rows = dynamoDb.scan(scan -> scan.tableName(table)).items();
      dynamoDb.deleteTable(delete -> delete.tableName(table));
      assertThat(rows)
          .singleElement(map(String.class, AttributeValue.class))
          .containsEntry("sub", AttributeValue.fromS(sub));
    }
  }

  @Test
  void mailOfAVerifiedIdentityIsInTheInbox() throws Exception {
    String sender = "sender." + UUID.randomUUID() + "@example.com";
    try (SesClient ses = AwsAccount.client(SesClient.builder(), endpoint())) {
      ses.verifyEmailIdentity(verify -> verify.emailAddress(sender));
      String id = send(ses, sender);
      String inbox = LocalEmulator.get(endpoint().resolve("/_aws/ses?id=" + id));
      JsonObject mail =
          JsonParser.parseString(inbox)
              .getAsJsonObject()
              .getAsJsonArray("messages")
              .get(0)
              .getAsJsonObject();
      assertThat(mail.get("Source").getAsString()).isEqualTo(sender);
      assertThat(mail.get("Subject").getAsString()).isEqualTo("Hello");
      assertThat(mail.getAsJsonObject("Body").get("text_part").getAsString()).isEqualTo("Hi");
    }
  }

  @Test
  void anUnverifiedSenderIsRejected() {
    try (SesClient ses = AwsAccount.client(SesClient.builder(), endpoint())) {
      assertThatThrownBy(() -> send(ses, "nobody." + UUID.randomUUID() + "@elsewhere.example"))
          .isInstanceOf(MessageRejectedException.class);
    }
  }

  private static String send(SesClient ses, String sender) {
    return ses.sendEmail(
            mail ->
                mail.source(sender)
                    .destination(to -> to.toAddresses("jane@example.com"))
                    .message(
                        message ->
                            message
                                .subject(subject -> subject.data("Hello"))
                                .body(body -> body.text(text -> text.data("Hi")))))
        .messageId();
  }
}
