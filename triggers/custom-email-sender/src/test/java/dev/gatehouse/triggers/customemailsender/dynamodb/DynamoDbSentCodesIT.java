package dev.gatehouse.triggers.customemailsender.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.customemailsender.SentCodes;
import dev.gatehouse.triggers.customemailsender.SentCodesContract;
import dev.gatehouse.users.dynamodb.LocalDynamoDb;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
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

/** The contract of sent codes with the engine of the local emulator. */
final class DynamoDbSentCodesIT extends SentCodesContract {
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("code").keyType(KeyType.HASH).build();
  private static final AttributeDefinition CODE =
      AttributeDefinition.builder()
          .attributeName("code")
          .attributeType(ScalarAttributeType.S)
          .build();

  private static LocalDynamoDb local;
  private static DynamoDbClient client;

  @BeforeAll
  static void createTable() throws Exception {
    local = new LocalDynamoDb();
    client =
        DynamoDbClient.builder()
            .region(Region.US_EAST_1)
            .endpointOverride(local.uri())
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
            .httpClient(UrlConnectionHttpClient.create())
            .build();
    client.createTable(
        table ->
            table
                .tableName("sent-codes")
                .keySchema(KEY)
                .attributeDefinitions(CODE)
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  @AfterAll
  static void stop() throws Exception {
    client.close();
    local.stop();
  }

  @Override
  public SentCodes codes() {
    return new DynamoDbSentCodes(client, "sent-codes", clock);
  }

  @Test
  void rowHasItsExpiryInEpochSeconds() {
    codes().claim("a-key", Duration.ofHours(1));
    codes().markSent("a-key");
    Map<String, AttributeValue> row =
        client
            .getItem(
                get ->
                    get.tableName("sent-codes").key(Map.of("code", AttributeValue.fromS("a-key"))))
            .item();
    assertThat(row).containsOnlyKeys("code", "expiresAt", "sentAt");
    assertThat(row.get("expiresAt"))
        .isEqualTo(AttributeValue.fromN(Long.toString(clock.instant().getEpochSecond() + 3_600)));
  }
}
