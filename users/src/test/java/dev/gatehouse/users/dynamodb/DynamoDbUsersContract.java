package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import dev.gatehouse.users.UsersContract;
import java.net.URI;
import java.util.HashMap;
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

/** The contract of {@link Users}, extended by the attributes of a row. */
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

  /** Starts the database and returns its endpoint. */
  abstract URI start() throws Exception;

  /** Stops the database. */
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
    client.createTable(
        table ->
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
  public final Users users() {
    return users;
  }

  @Test
  final void rowHasTheDocumentedAttributes() {
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    Map<String, AttributeValue> row =
        new HashMap<>(
            Map.of(
                "sub", AttributeValue.fromS(jane.sub()),
                "email", AttributeValue.fromS("jane@example.com"),
                "emailVerified", AttributeValue.fromBool(true),
                "createdAt", AttributeValue.fromS("2026-01-02T03:04:05.678901Z"),
                "confirmedAt", AttributeValue.fromS("2026-01-02T03:04:06.678901Z"),
                "updatedAt", AttributeValue.fromS("2026-01-02T03:04:07.678901Z"),
                "userName", AttributeValue.fromS(jane.sub()),
                "userPoolId", AttributeValue.fromS("us-east-1_EXAMPLE"),
                "version", AttributeValue.fromN("1")));
    jane.profile()
        .forEach(
            (attribute, value) -> row.put(attribute.attributeName(), AttributeValue.fromS(value)));
    assertThat(row(jane.sub())).containsExactlyInAnyOrderEntriesOf(row);
  }

  @Test
  final void absentAttributesAreLeftOutOfTheRow() {
    User minimal = TestUsers.minimal(UUID.randomUUID().toString());
    users.putIfAbsent(minimal);
    assertThat(row(minimal.sub())).doesNotContainKeys("locale", "givenName", "familyName");
  }

  @Test
  final void updateRemovesAbsentAttributesAndKeepsUnknownOnes() {
    User jane = TestUsers.jane();
    users.putIfAbsent(jane);
    client.updateItem(
        update ->
            update
                .tableName(tableName)
                .key(Map.of("sub", AttributeValue.fromS(jane.sub())))
                .updateExpression("SET badge = :badge")
                .expressionAttributeValues(Map.of(":badge", AttributeValue.fromS("gold"))));
    users.update(jane.withProfile(Map.of(ProfileAttribute.FAMILY_NAME, "Doe"), TestUsers.CREATED));
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
