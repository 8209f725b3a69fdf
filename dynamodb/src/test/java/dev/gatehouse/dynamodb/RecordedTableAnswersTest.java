package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Answers of AWS to requests about tables, expiry, tags and backups. */
class RecordedTableAnswersTest {

  private static final String ANSWERS = "control-plane-answers.tsv";
  private static final String REQUESTS = "control-plane-requests.tsv";

  /** Changes are done when they are answered, so nobody meets a table in change. */
  private static final Set<String> OF_TABLES_IN_CHANGE =
      Set.of(
          "name of a CREATING table",
          "already DELETING",
          "a GSI is CREATING, UPDATING or DELETING",
          "CREATING table");

  private static final TestDynamoDb DYNAMO_DB = new TestDynamoDb();

  @BeforeAll
  static void createTables() {
    create("demand", "", index("gsi1"));
    create("prov", throughput(), index("gsi1" + "\"," + throughput() + ",\"x\":\""));
    create("protected", "\"DeletionProtectionEnabled\":true", index("gsi1"));
    create(
        "streamed",
        "\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_IMAGE\"}",
        index("gsi1"));
    create("expiring", "", index("gsi1"));
    create(
        "full",
        "",
        String.join(
            ",", Stream.iterate(1, i -> i + 1).limit(20).map(i -> index("gsi" + i)).toList()));
    String expiry =
        "{\"TableName\":\"expiring\","
            + "\"TimeToLiveSpecification\":{\"Enabled\":true,\"AttributeName\":\"ttl_a\"}}";
    assertThat(DYNAMO_DB.error("UpdateTimeToLive", expiry)).isEqualTo("OK");
  }

  private static String throughput() {
    return "\"ProvisionedThroughput\":{\"ReadCapacityUnits\":1,\"WriteCapacityUnits\":1}";
  }

  private static String index(String name) {
    return ("{\"IndexName\":\"%s\",\"KeySchema\":[{\"AttributeName\":\"g\",\"KeyType\":\"HASH\"}],"
            + "\"Projection\":{\"ProjectionType\":\"ALL\"}}")
        .formatted(name);
  }

  private static void create(String name, String members, String indexes) {
    String billing = members.startsWith("\"Prov") ? "PROVISIONED" : "PAY_PER_REQUEST";
    String request =
        """
        {"TableName":"%s","BillingMode":"%s",
         "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
         "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},
           {"AttributeName":"sk","AttributeType":"S"},{"AttributeName":"g","AttributeType":"S"}],
         "LocalSecondaryIndexes":[{"IndexName":"lsi-b","Projection":{"ProjectionType":"ALL"},
           "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"g","KeyType":"RANGE"}]}],
         "GlobalSecondaryIndexes":[%s]%s}
        """
            .formatted(name, billing, indexes, members.isEmpty() ? "" : "," + members);
    assertThat(DYNAMO_DB.error("CreateTable", request)).isEqualTo("OK");
  }

  @AfterAll
  static void close() {
    DYNAMO_DB.close();
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return RecordedCases.rows(REQUESTS).stream()
        .map(row -> DynamicTest.dynamicTest(row.get(0) + ": " + row.get(1), () -> check(row)));
  }

  private static void check(List<String> row) {
    List<String> recorded = RecordedCases.answer(ANSWERS, row.get(0), row.get(1));
    assertThat(DYNAMO_DB.error(row.get(2), row.get(3))).matches(RecordedCases.error(recorded));
  }

  @Test
  void everyRecordedAnswerHasARequestExceptThoseOfTablesInChange() {
    List<String> asked =
        RecordedCases.rows(REQUESTS).stream().map(row -> row.get(0) + row.get(1)).toList();
    assertThat(RecordedCases.rows(ANSWERS))
        .filteredOn(row -> !OF_TABLES_IN_CHANGE.contains(row.get(1)))
        .allSatisfy(row -> assertThat(asked).contains(row.get(0) + row.get(1)));
  }
}
