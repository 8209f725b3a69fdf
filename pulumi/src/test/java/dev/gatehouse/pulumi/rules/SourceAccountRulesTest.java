package dev.gatehouse.pulumi.rules;

import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.policybuilder.iam.IamPolicyReader;
import software.amazon.awssdk.policybuilder.iam.IamStatement;

/** Services act for this account only, or the table in README.md says why nothing says so. */
final class SourceAccountRulesTest {
  private static final Pattern ROW =
      Pattern.compile("\\| `([a-z.-]+\\.amazonaws\\.com)` \\| `([A-Za-z:]+)` \\| [^|]{20,} \\|");

  @Test
  void everyServiceIsBoundToTheAccountOrListedWithAReason() throws IOException {
    Set<String> listed =
        ROW.matcher(Files.readString(Path.of("README.md")))
            .results()
            .map(row -> row.group(1) + " " + row.group(2))
            .collect(Collectors.toCollection(TreeSet::new));

    assertThat(withoutAccount()).isEqualTo(listed).isNotEmpty();
  }

  /** Returns the services and actions of all plans whose permission names no source account. */
  private static Set<String> withoutAccount() {
    return Variant.all()
        .flatMap(variant -> variant.resources().stream())
        .flatMap(it -> Stream.concat(statements(it), permissions(it)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> permissions(JsonObject resource) {
    return text(resource, "type").equals("aws:lambda/permission:Permission")
            && !inputs(resource).has("sourceAccount")
        ? Stream.of(input(resource, "principal") + " " + input(resource, "action"))
        : Stream.empty();
  }

  private static Stream<String> statements(JsonObject resource) {
    return Variant.texts(inputs(resource), "")
        .filter(it -> it.getValue().startsWith("{") && it.getValue().contains("\"Statement\""))
        .flatMap(it -> IamPolicyReader.create().read(it.getValue()).statements().stream())
        .filter(SourceAccountRulesTest::isWithoutAccount)
        .flatMap(SourceAccountRulesTest::services);
  }

  private static boolean isWithoutAccount(IamStatement statement) {
    return statement.conditions().stream()
        .noneMatch(it -> it.key().value().equals("aws:SourceAccount"));
  }

  private static Stream<String> services(IamStatement statement) {
    return statement.principals().stream()
        .filter(principal -> principal.type().value().equals("Service"))
        .flatMap(
            principal ->
                statement.actions().stream().map(action -> principal.id() + " " + action.value()));
  }
}
