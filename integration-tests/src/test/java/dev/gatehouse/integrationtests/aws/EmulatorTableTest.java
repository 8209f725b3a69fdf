package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

class EmulatorTableTest {
  private static final List<String> DOCUMENT =
      List.of(
          "# Title",
          "",
          "| check | LocalStack 1.0 | moto 2.0 |",
          "|---|---|---|",
          "| a row | yes | no: Error (400) |",
          "",
          "| another | table |",
          "|---|---|");

  @Test
  void documentHasEachCheckOnceAndAResultOfEachEmulator() {
    EmulatorTable table = EmulatorTable.read();
    List<String> checks =
        Stream.of(AwsEndpointContract.class, AwsEmulatorContract.class)
            .flatMap(contract -> Arrays.stream(contract.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getAnnotation(Check.class).value())
            .toList();
    assertThat(table.checks()).containsExactlyInAnyOrderElementsOf(checks);
    assertThat(table.emulators())
        .extracting(emulator -> emulator.split(" ", 2)[0])
        .containsExactlyInAnyOrder("LocalStack", "ministack", "moto");
    for (String check : checks) {
      assertThat(table.emulators())
          .as(check)
          .allMatch(emulator -> table.result(check, emulator).orElse("").matches("yes|no: [^|]+"));
    }
  }

  @Test
  void writtenDocumentDiffersInTheCellAlone() {
    EmulatorTable table = EmulatorTable.of(DOCUMENT);
    assertThat(table.lines()).isEqualTo(DOCUMENT);
    table.set("a row", EmulatorKind.MOTO, "moto 2.1", "yes");
    assertThat(table.lines())
        .containsSubsequence("| check | LocalStack 1.0 | moto 2.1 |", "| a row | yes | yes |")
        .hasSameSizeAs(DOCUMENT);
  }

  @Test
  void newChecksAndEmulatorsAreAdded() {
    EmulatorTable table = EmulatorTable.of(DOCUMENT);
    table.set("a new row", EmulatorKind.MINISTACK, "ministack 3", "yes");
    assertThat(table.lines())
        .containsSubsequence(
            "| check | LocalStack 1.0 | moto 2.0 | ministack 3 |",
            "|---|---|---|---|",
            "| a row | yes | no: Error (400) |  |",
            "| a new row |  |  | yes |",
            "",
            "| another | table |");
  }

  @Test
  void otherVersionHasNoResult() {
    EmulatorTable table = EmulatorTable.of(DOCUMENT);
    assertThat(table.result("a row", "moto 2.0")).contains("no: Error (400)");
    assertThat(table.result("a row", "moto 2.1")).isEmpty();
  }

  @Test
  void reasonIsTheErrorOfAwsOrTheFailedExpectation() {
    Throwable refused =
        DynamoDbException.builder()
            .statusCode(501)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode("InternalFailure").build())
            .build();
    assertThat(DocumentedResults.reason(new IllegalStateException(refused)))
        .isEqualTo("InternalFailure (501)");
    assertThat(DocumentedResults.reason(new AssertionError("[one mail] \nExpected size: 1")))
        .isEqualTo("failed: one mail");
    assertThat(DocumentedResults.reason(new IllegalStateException("no")))
        .isEqualTo("IllegalStateException");
  }
}
