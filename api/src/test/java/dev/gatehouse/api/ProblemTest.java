package dev.gatehouse.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Holds the problems to their two documents. */
class ProblemTest {
  private static final Path ERRORS = Path.of("../docs/errors.md");

  @Test
  void openApiListsEveryCodeAndNoOther() {
    assertThat(ApiDocument.DOCUMENT.codes())
        .containsExactlyElementsOf(Arrays.stream(Problem.values()).map(Enum::name).toList());
  }

  @Test
  void errorsPageListsEveryCodeWithItsStatusAndNoOther() throws IOException {
    assertThat(rows("^\\| `([A-Z_]+)` \\| (\\d{3}) \\| \\S.* \\| \\S.* \\|$"))
        .containsExactlyElementsOf(
            Arrays.stream(Problem.values())
                .map(problem -> List.of(problem.name(), "" + problem.status()))
                .toList());
  }

  @Test
  void errorsPageSaysWhatEachErrorOfCognitoBecomes() throws IOException {
    assertThat(
            rows(
                "^\\| (SIGN_UP|CONFIRM_\\w+|RESEND_\\w+|GET_USER|UPDATE_\\w+) \\| `(\\w+)` \\|"
                    + " `(\\w+)` \\|$"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CognitoCall.values())
                .flatMap(call ->
                    call.types().entrySet().stream()
                        .map(type -> List.of(call.name(), type.getKey(), type.getValue().name())))
                .toList());
  }

  @Test
  void whatTheGatewayAnswersItselfHasTheStatusOfItsCode() throws IOException {
    List<List<String>> answers = rows("^\\| `[A-Z_0-9]+` \\| (\\d{3}) \\| `(\\w+)` \\|$");
    assertThat(answers).isNotEmpty();
    for (List<String> answer : answers) {
      Problem problem = Problem.valueOf(answer.getLast());
      assertThat("" + problem.status()).as(problem.name()).isEqualTo(answer.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void typeIsAUriOfItsOwn(Problem problem) {
    assertThat(problem.type()).matches("urn:gatehouse:problem:[a-z]+(-[a-z]+)*");
    assertThat(problem.title()).doesNotEndWith(".");
    assertThat(problem.detail()).doesNotEndWith(".");
  }

  private static List<List<String>> rows(String form) throws IOException {
    Pattern row = Pattern.compile(form, Pattern.MULTILINE);
    return row.matcher(Files.readString(ERRORS)).results().map(ProblemTest::cells).toList();
  }

  private static List<String> cells(MatchResult row) {
    return IntStream.rangeClosed(1, row.groupCount()).mapToObj(row::group).toList();
  }
}
