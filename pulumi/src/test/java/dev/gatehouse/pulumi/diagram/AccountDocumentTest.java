package dev.gatehouse.pulumi.diagram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.rules.Variant;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class AccountDocumentTest {
  @Test
  void documentIsUpToDate() {
    assertThat(Path.of("../docs/account.md"))
        .as("docs/account.md is out of date: run make picture and commit it")
        .hasContent(AccountDocument.of(RecordedPlan.PLAN.text()));
  }

  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.rules.Variant#all")
  void everyResourceIsInATable(Variant variant) {
    String document = AccountDocument.of(variant.plan().text());
    List<JsonObject> resources =
        variant.plan().resources().stream()
            .filter(it -> RecordedPlan.text(it, "type").startsWith("aws:"))
            .toList();

    assertThat(document.lines().filter(line -> line.contains("<br>`"))).hasSize(resources.size());
    assertThat(resources)
        .allSatisfy(
            it -> {
              String[] type = RecordedPlan.text(it, "type").split("[:/]", -1);
              assertThat(document)
                  .contains(
                      "<br>`%s.%s` | `%s` | "
                          .formatted(type[1], type[3], RecordedPlan.text(it, "name")));
            });
    assertThat(document).doesNotContain("{}", "|  | ");
  }

  @Test
  void tableShowsTypeNamePurposeAndProtection() {
    assertThat(AccountDocument.of(RecordedPlan.PLAN.text()))
        .contains(
            "| DynamoDB table<br>`dynamodb.Table` | `users` | one item for each confirmed user"
                + " | yes |");
  }

  @Test
  void unknownTypeIsRefused() {
    String plan =
        """
        {"resources": [{"type": "aws:a/b:C", "name": "new", "urn": "urn:new", "parent": "",
          "dependencies": [], "protect": false, "inputs": {}, "outputs": {}}]}
        """;

    assertThatThrownBy(() -> AccountDocument.of(plan))
        .hasMessage("No line for aws:a/b:C new in diagram/types.tsv");
  }
}
