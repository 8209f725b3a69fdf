package dev.gatehouse.users;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Adds to the contract what a row looks like to others who read the table. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DynamoDbUsersContract extends UsersContract {
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("sub").keyType(KeyType.HASH).build();
  private static final AttributeDefinition SUB =
      AttributeDefinition.builder()
          .attributeName("sub")
          .attributeType(ScalarAttributeType.S)
          .build();

  private final String tableName = "users-" + UUID.randomUUID();
  private DynamoDbClient client;
  private Users users;

  /** Starts what speaks DynamoDB, and says where. */
  abstract URI start() throws Exception;

  /** Stops what was started. */
  abstract void stop() throws Exception;

  @BeforeAll
  final void createTable() throws Exception {
    client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(start())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    client.createTable(table ->
        table
            .tableName(tableName)
            .keySchema(KEY)
            .attributeDefinitions(SUB)
            .billingMode(BillingMode.PAY_PER_REQUEST));
    client.waiter().waitUntilTableExists(table -> table.tableName(tableName));
    users = new DynamoDbUsers(client, tableName);
  }

  @AfterAll
  final void deleteTable() throws Exception {
    try {
      client.deleteTable(table -> table.tableName(tableName));
      client.close();
    } finally {
      stop();
    }
  }

  @Override
  final Users users() {
    return users;
  }

  @Test
  final void rowHasTheDocumentedAttributes() {
    User jane = jane();
    users.putIfAbsent(jane);
    assertThat(row(jane.sub()))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("sub", AttributeValue.fromS(jane.sub())),
                Map.entry("email", AttributeValue.fromS("jane@example.com")),
                Map.entry("emailVerified", AttributeValue.fromBool(true)),
                Map.entry("locale", AttributeValue.fromS("de-AT")),
                Map.entry("givenName", AttributeValue.fromS("Jané")),
                Map.entry("familyName", AttributeValue.fromS("Müller-Łódź 名字")),
                Map.entry("createdAt", AttributeValue.fromS("2026-01-02T03:04:05.678901Z")),
                Map.entry("confirmedAt", AttributeValue.fromS("2026-01-02T03:04:06.678901Z")),
                Map.entry("updatedAt", AttributeValue.fromS("2026-01-02T03:04:07.678901Z")),
                Map.entry("userName", AttributeValue.fromS("34c84488-e0e1-70ae-d2ee-991ad1a898c8")),
                Map.entry("userPoolId", AttributeValue.fromS("us-east-1_EXAMPLE")),
                Map.entry("version", AttributeValue.fromN("1"))));
  }

  @Test
  final void absentAttributesAreLeftOutOfTheRow() {
    User nameless = anonymous(UUID.randomUUID().toString());
    users.putIfAbsent(nameless);
    assertThat(row(nameless.sub())).doesNotContainKeys("locale", "givenName", "familyName");
  }

  @Test
  final void changeRemovesWhatIsGoneAndKeepsWhatOthersAdded() {
    User jane = jane();
    users.putIfAbsent(jane);
    client.updateItem(update ->
        update
            .tableName(tableName)
            .key(Map.of("sub", AttributeValue.fromS(jane.sub())))
            .updateExpression("SET badge = :badge")
            .expressionAttributeValues(Map.of(":badge", AttributeValue.fromS("gold"))));
    users.update(jane.changed(null, null, "Doe", CONFIRMED));
    assertThat(row(jane.sub()))
        .doesNotContainKeys("locale", "givenName")
        .containsEntry("familyName", AttributeValue.fromS("Doe"))
        .containsEntry("badge", AttributeValue.fromS("gold"))
        .containsEntry("version", AttributeValue.fromN("2"));
  }

  private Map<String, AttributeValue> row(String sub) {
    Map<String, AttributeValue> key = Map.of("sub", AttributeValue.fromS(sub));
    return client.getItem(get -> get.tableName(tableName).key(key).consistentRead(true)).item();
  }
}
