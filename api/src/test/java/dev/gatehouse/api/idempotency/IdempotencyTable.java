package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.idempotency.dynamodb.DynamoDbIdempotencyRecords;
import dev.gatehouse.users.dynamodb.LocalDynamoDb;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** The table of records in the engine of the local emulator. */
final class IdempotencyTable implements AutoCloseable {
  private static final String NAME = "idempotency-keys";
  private static final KeySchemaElement KEY =
      KeySchemaElement.builder().attributeName("id").keyType(KeyType.HASH).build();
  private static final AttributeDefinition ID =
      AttributeDefinition.builder()
          .attributeName("id")
          .attributeType(ScalarAttributeType.S)
          .build();

  private final LocalDynamoDb local = new LocalDynamoDb();
  private final DynamoDbClient client =
      DynamoDbIdempotencyRecords.client("us-east-1")
          .endpointOverride(local.uri())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .build();

  IdempotencyTable() {
    client.createTable(
        table ->
            table
                .tableName(NAME)
                .keySchema(KEY)
                .attributeDefinitions(ID)
                .billingMode(BillingMode.PAY_PER_REQUEST));
  }

  IdempotencyRecords records() {
    return new DynamoDbIdempotencyRecords(client, NAME);
  }

  /** Returns records whose table does not exist. */
  IdempotencyRecords missing() {
    return new DynamoDbIdempotencyRecords(client, "missing");
  }

  List<Map<String, AttributeValue>> rows() {
    return client.scan(scan -> scan.tableName(NAME)).items();
  }

  void deleteRows() {
    for (Map<String, AttributeValue> row : rows()) {
      client.deleteItem(
          delete ->
              delete
                  .tableName(NAME)
                  .key(Map.of("id", row.getOrDefault("id", AttributeValue.fromS("")))));
    }
  }

  @Override
  public void close() {
    client.close();
    local.stop();
  }
}
