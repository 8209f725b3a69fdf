package dev.gatehouse.users.dynamodb;

import dev.gatehouse.users.PassStore;
import dev.gatehouse.users.UserIds;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** A users table of its own in the engine of the local emulator. */
public final class UsersTable implements AutoCloseable {
  private final LocalDynamoDb database = new LocalDynamoDb();
  private final String name = "users-" + UUID.randomUUID();
  private final DynamoDbClient client =
      DynamoDbClient.builder()
          .region(Region.US_EAST_1)
          .endpointOverride(database.uri())
          .credentialsProvider(
              StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
          .httpClient(UrlConnectionHttpClient.create())
          .build();

  /** Starts the engine and creates the table. */
  public UsersTable() {
    client.createTable(
        table ->
            table
                .tableName(name)
                .keySchema(
                    KeySchemaElement.builder().attributeName("sub").keyType(KeyType.HASH).build())
                .attributeDefinitions(
                    AttributeDefinition.builder()
                        .attributeName("sub")
                        .attributeType(ScalarAttributeType.S)
                        .build())
                .billingMode(BillingMode.PAY_PER_REQUEST));
    client.waiter().waitUntilTableExists(table -> table.tableName(name));
  }

  /** Returns the rows. */
  public DynamoDbUsers users() {
    return new DynamoDbUsers(client, name);
  }

  /** Returns the ids in the rows. */
  public UserIds ids() {
    return new DynamoDbUserIds(client, name);
  }

  /** Returns the store of reconcile's pass. */
  public PassStore passes() {
    return new DynamoDbPassStore(client, name, "reconcile");
  }

  @Override
  public void close() {
    client.close();
    database.stop();
  }
}
