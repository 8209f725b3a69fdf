package dev.gatehouse.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.api.cognito.CognitoErrors;
import dev.gatehouse.api.testing.OpenApiDocument;
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

/** The problems in the code compared with docs/openapi.yaml and docs/errors.md. */
class ProblemTest {
  private static final Path ERRORS = Path.of("../docs/errors.md");

  @Test
  void openApiListsExactlyTheCodes() {
    assertThat(OpenApiDocument.DOCUMENT.codes())
        .containsExactlyElementsOf(Arrays.stream(Problem.values()).map(Enum::name).toList());
  }

  @Test
  void errorsPageListsExactlyTheCodesWithTheirStatus() throws IOException {
    assertThat(rows("^\\| `([A-Z_]+)` \\| (\\d{3}) \\| \\S.* \\| \\S.* \\|$"))
        .containsExactlyElementsOf(
            Arrays.stream(Problem.values())
                .map(problem -> List.of(problem.name(), "" + problem.status()))
                .toList());
  }

  @Test
  void errorsPageListsTheProblemOfEachErrorOfCognito() throws IOException {
    assertThat(rows("^\\| ([A-Z_]+) \\| `(\\w+)` \\| any other \\| `(\\w+)` \\|$"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(CognitoErrors.values())
                .flatMap(
                    errors ->
                        errors.types().entrySet().stream()
                            .map(
                                type ->
                                    List.of(errors.name(), type.getKey(), type.getValue().name())))
                .toList());
  }

  @Test
  void gatewayResponsesHaveTheStatusOfTheirCode() throws IOException {
    List<List<String>> responses = rows("^\\| `[A-Z_0-9]+` \\| (\\d{3}) \\| `(\\w+)` \\|$");
    assertThat(responses).isNotEmpty();
    for (List<String> response : responses) {
      Problem problem = Problem.valueOf(response.getLast());
      assertThat("" + problem.status()).as(problem.name()).isEqualTo(response.getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void typeIsAUrn(Problem problem) {
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
