package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Answers of AWS to requests about items, recorded in most regions. */
class RecordedAnswersTest {

  private static final String ANSWERS = "aws-answers.tsv";
  private static final String REQUESTS = "aws-requests.tsv";

  private static final TestDynamoDb DYNAMO_DB = new TestDynamoDb();

  @BeforeAll
  static void createTables() {
    DYNAMO_DB.createTable("one", "pk");
    DYNAMO_DB.createTableWithIndex();
    put(
        "one",
        """
        {"pk":{"S":"stored"},"a":{"M":{"b":{"N":"1"},"c":{"N":"2"},"d":{"N":"3"}}},
         "l":{"L":[{"M":{"x":{"N":"1"},"y":{"N":"2"},"z":{"N":"3"}}},{"N":"7"}]}}
        """);
    put("one", "{\"pk\":{\"S\":\"tagged\"},\"tags\":{\"SS\":[\"\",\"a\"]}}");
    put("two", "{\"pk\":{\"S\":\"q\"},\"sk\":{\"S\":\"1\"},\"tags\":{\"SS\":[\"\",\"a\"]}}");
    put("two", "{\"pk\":{\"S\":\"q\"},\"sk\":{\"S\":\"2\"},\"tags\":{\"SS\":[\"a\"]}}");
    put("two", "{\"pk\":{\"S\":\"q\"},\"sk\":{\"S\":\"3\"}}");
  }

  private static void put(String table, String item) {
    String request = "{\"TableName\":\"%s\",\"Item\":%s}".formatted(table, item);
    assertThat(DYNAMO_DB.error("PutItem", request)).isEqualTo("OK");
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
    JsonObject answer = DYNAMO_DB.call(row.get(2), RecordedCases.expanded(row.get(3)));
    if (row.size() == 4) {
      List<String> recorded = RecordedCases.answer(ANSWERS, row.get(0), row.get(1));
      assertThat(TestDynamoDb.describe(answer)).matches(RecordedCases.error(recorded));
      return;
    }
    assertThat(TestDynamoDb.describe(answer)).isEqualTo("OK");
    JsonObject read = row.get(4).isEmpty() ? answer : DYNAMO_DB.call("GetItem", row.get(4));
    assertThat(read).isEqualTo(JsonParser.parseString(row.get(5)));
  }

  @Test
  void everyRecordedAnswerHasARequest() {
    List<String> asked =
        RecordedCases.rows(REQUESTS).stream().map(row -> row.get(0) + row.get(1)).toList();
    assertThat(RecordedCases.rows(ANSWERS))
        .allSatisfy(row -> assertThat(asked).contains(row.get(0) + row.get(1)));
  }
}
