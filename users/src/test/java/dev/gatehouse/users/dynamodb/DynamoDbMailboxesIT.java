package dev.gatehouse.users.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.users.Mailboxes;
import dev.gatehouse.users.MailboxesContract;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/**
 * The contract of {@link Mailboxes}, fulfilled by a table of the local emulator's engine, or of the
 * endpoint {@code -Dtarget.aws=http://...}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class DynamoDbMailboxesIT extends MailboxesContract {
  private final String tableName = "mailboxes-" + UUID.randomUUID();
  private @Nullable LocalDynamoDb local;
  private DynamoDbClient client;

  @BeforeAll
  void createTable() throws Exception {
    client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(endpoint())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    client.createTable(
        table ->
            table
                .tableName(tableName)
                .keySchema(
                    KeySchemaElement.builder()
                        .attributeName("mailbox")
                        .keyType(KeyType.HASH)
                        .build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("mailbox")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    client.waiter().waitUntilTableExists(table -> table.tableName(tableName));
  }

  private URI endpoint() throws Exception {
    String target = System.getProperty("target.aws");
    if (target != null) {
      return URI.create(target);
    }
    local = new LocalDynamoDb();
    return local.uri();
  }

  @AfterAll
  void deleteTable() throws Exception {
    client.deleteTable(table -> table.tableName(tableName));
    client.close();
    if (local != null) {
      local.stop();
    }
  }

  @Override
  public Mailboxes mailboxes() {
    return new DynamoDbMailboxes(client, tableName);
  }

  @Test
  void rowHasTheDocumentedAttributes() {
    mailboxes().claim("box", "jane", Instant.parse("2026-01-02T03:04:05.678901Z"));
    Map<String, AttributeValue> key = Map.of("mailbox", AttributeValue.fromS("box"));
    assertThat(client.getItem(get -> get.tableName(tableName).key(key)).item())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "mailbox", AttributeValue.fromS("box"),
                "sub", AttributeValue.fromS("jane"),
                "claimedAt", AttributeValue.fromS("2026-01-02T03:04:05.678901Z")));
  }
}
