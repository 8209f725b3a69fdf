package dev.gatehouse.integrationtests.aws;

import dev.gatehouse.integrationtests.project.Repository;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;

/** The tables of the plan, created under names of their own and deleted at the end. */
final class PlannedTables implements AutoCloseable {
  private static final String TYPE = "aws:dynamodb/table:Table";

  private final DynamoDbClient dynamoDb;
  private final List<String> created = new ArrayList<>();

  PlannedTables(AwsEmulator emulator) {
    this.dynamoDb = emulator.client(DynamoDbClient.builder());
  }

  DynamoDbClient client() {
    return dynamoDb;
  }

  /** Returns a name that no table has. */
  static String freeName(String table) {
    return "gatehouse-" + UUID.randomUUID() + "-" + table;
  }

  /** Creates a table with its key and billing alone, and returns its name. */
  String create(String plan, String table) {
    return create(plan, table, freeName(table));
  }

  /** Creates a table with its key and billing alone. */
  String create(String plan, String table, String name) {
    createTable(planned(plan, table), name, false);
    return name;
  }

  /** Creates a table that is protected from deletion if the plan says so. */
  String createProtected(String plan, String table) {
    String name = freeName(table);
    createTable(planned(plan, table), name, true);
    return name;
  }

  private void createTable(Resource planned, String name, boolean withProtection) {
    CreateTableRequest.Builder request =
        CreateTableRequest.builder()
            .tableName(name)
            .billingMode(planned.input("billingMode"))
            .keySchema(
                KeySchemaElement.builder()
                    .attributeName(planned.input("hashKey"))
                    .keyType(KeyType.HASH)
                    .build())
            .attributeDefinitions(attributes(planned))
            .sseSpecification(
                sse ->
                    sse.enabled(
                        planned.object("serverSideEncryption").get("enabled").getAsBoolean()));
    if (withProtection) {
      request.deletionProtectionEnabled(
          planned.optionalInput("deletionProtectionEnabled").map(Boolean::valueOf).orElse(false));
    }
    dynamoDb.createTable(request.build());
    created.add(name);
    dynamoDb.waiter().waitUntilTableExists(describe -> describe.tableName(name));
  }

  private static List<AttributeDefinition> attributes(Resource planned) {
    return planned.inputs().getAsJsonArray("attributes").asList().stream()
        .map(attribute -> attribute.getAsJsonObject())
        .map(
            attribute ->
                AttributeDefinition.builder()
                    .attributeName(attribute.get("name").getAsString())
                    .attributeType(attribute.get("type").getAsString())
                    .build())
        .toList();
  }

  /** Returns a table of the plan. */
  static Resource planned(String plan, String table) {
    return Plan.read(plan.isEmpty() ? Repository.plan() : Repository.plan(plan))
        .ofType(TYPE)
        .stream()
        .filter(resource -> resource.name().equals(table))
        .findFirst()
        .orElseThrow();
  }

  /** Returns all rows of a table, without the items whose keys have a #: they are no users. */
  List<Map<String, AttributeValue>> rows(String table) {
    return dynamoDb.scanPaginator(scan -> scan.tableName(table)).items().stream()
        .filter(item -> item.values().stream().noneMatch(PlannedTables::isNote))
        .toList();
  }

  private static boolean isNote(AttributeValue value) {
    return value.s() != null && value.s().contains("#");
  }

  @Override
  public void close() {
    for (String table : created) {
      try {
        dynamoDb.updateTable(update -> update.tableName(table).deletionProtectionEnabled(false));
      } catch (DynamoDbException neverProtected) {
        // Some emulators refuse the update of a table that needs none.
      }
      dynamoDb.deleteTable(delete -> delete.tableName(table));
    }
    dynamoDb.close();
  }
}
