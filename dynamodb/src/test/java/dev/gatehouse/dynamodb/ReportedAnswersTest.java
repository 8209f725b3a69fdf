package dev.gatehouse.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Answers that AWS's documentation and reports describe, without a recording. */
class ReportedAnswersTest {

  private static final TestDynamoDb DYNAMO_DB = new TestDynamoDb();

  @BeforeAll
  static void createTables() {
    DYNAMO_DB.createTable("one", "pk");
    DYNAMO_DB.createTableWithIndex();
  }

  @AfterAll
  static void close() {
    DYNAMO_DB.close();
  }

  @TestFactory
  Stream<DynamicTest> answers() {
    return RecordedCases.rows("reported-answers.tsv").stream()
        .map(
            row ->
                DynamicTest.dynamicTest(
                    row.get(0) + " " + row.get(1).substring(0, Math.min(100, row.get(1).length())),
                    () ->
                        assertThat(DYNAMO_DB.error(row.get(0), RecordedCases.expanded(row.get(1))))
                            .isEqualTo(row.get(2))));
  }
}
