package dev.gatehouse.pulumi.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.Recorded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PictureTest {
  private static final Path DOCS = Path.of("../docs");

  @ParameterizedTest
  @ValueSource(strings = {"account.svg", "account.md"})
  void whatIsInTheDocsIsWhatThePlanSays(String file) throws IOException {
    Picture picture = Picture.of(Recorded.PLAN.text());

    assertThat(Files.readString(DOCS.resolve(file)))
        .as("docs/%s is stale: make picture, look at it, and commit it", file)
        .isEqualTo(file.endsWith(".svg") ? picture.svg() : picture.table());
  }

  @Test
  void tableHasARowForEveryResource() {
    String table = Picture.of(Recorded.PLAN.text()).table();

    assertThat(table.lines().filter(line -> line.contains("<br>")))
        .hasSize(
            (int)
                Recorded.PLAN.resources().stream()
                    .filter(it -> Recorded.text(it, "type").startsWith("aws:"))
                    .count());
    assertThat(table)
        .contains(
            "| Table<br>`dynamodb.Table` | `users` | one row for every confirmed user | yes |")
        .doesNotContain("{}", "|  | ");
  }

  @Test
  void unknownTypeIsRefusedWithASentence() {
    String plan =
        """
        {"resources": [{"type": "aws:a/b:C", "name": "new", "urn": "urn:new", "parent": "",
          "dependencies": [], "protect": false, "inputs": {}, "outputs": {}}]}
        """;

    assertThatThrownBy(() -> Picture.of(plan))
        .hasMessage(
            "The picture does not know what aws:a/b:C \"new\" is for: teach picture/types.tsv");
  }
}
