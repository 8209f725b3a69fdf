package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.pulumi.rules.Tsv;
import dev.gatehouse.pulumi.rules.Variant;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a stack without a request costs: each type of its resources has a price. */
final class CostAtRestTest {
  private static final BigDecimal ALLOWED_SINCE_THE_LAST_RELEASE = new BigDecimal("4.00");

  /** The state of the default stack of the last release, which UpgradeIT upgrades. */
  private static final Path LAST_RELEASE = Path.of("src/test/resources/exports/local.json");

  /** A row of README.md whose price is that of resources, unlike those of metrics and requests. */
  private static final Pattern RESOURCE =
      Pattern.compile(
          "\\| (?:metrics of \\d+ alarms|dashboard)[^|]*\\| \\d+ \\| [0-9.]+ \\| ([0-9.]+) \\|");

  private static final Pattern MORE = Pattern.compile("([0-9.]+) more than the release before");

  private static final Map<String, List<String>> PRICES =
      Tsv.rows("rules/prices.tsv").stream()
          .collect(Collectors.toMap(row -> row.get(0), Function.identity()));

  @Test
  void everyTypeHasAPriceOrIsFree() {
    Set<String> types =
        Variant.all()
            .flatMap(variant -> variant.plan().resources().stream())
            .map(it -> text(it, "type"))
            .filter(type -> type.startsWith("aws:"))
            .collect(Collectors.toSet());

    assertThat(PRICES.keySet()).containsExactlyInAnyOrderElementsOf(types);
    assertThat(PRICES.values()).allSatisfy(row -> assertThat(row.get(3)).isNotBlank());
  }

  @Test
  void readmeHasThePricesOfTheDefaultStack() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    BigDecimal listed =
        RESOURCE
            .matcher(readme)
            .results()
            .map(row -> new BigDecimal(row.group(1)))
            .reduce(BigDecimal.ZERO, BigDecimal::add);

    assertThat(ofResources(PLAN.resources())).isPositive().isEqualByComparingTo(listed);
  }

  @Test
  void stackCostsAtMostFourDollarsMoreThanThatOfTheLastRelease() throws IOException {
    BigDecimal more =
        ofResources(PLAN.resources()).subtract(ofResources(resourcesOfTheLastRelease()));

    assertThat(more).isPositive().isLessThanOrEqualTo(ALLOWED_SINCE_THE_LAST_RELEASE);
    assertThat(
            MORE.matcher(Files.readString(Path.of("README.md")))
                .results()
                .map(it -> new BigDecimal(it.group(1))))
        .singleElement()
        .matches(listed -> listed.compareTo(more) == 0, "as in the plan, " + more);
  }

  @Test
  void settingsAddWhatReadmeSays() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    List<JsonObject> webAcls = full().ofType("aws:wafv2/webAcl:WebAcl");

    assertThat(readme)
        .contains("`waf` %s (".formatted(ofWebAcl(webAcls, "api")))
        .contains("`userPoolWaf` %s and".formatted(ofWebAcl(webAcls, "user-pool")))
        .contains("one KMS key (%s,".formatted(price("aws:kms/key:Key", 1)));
    assertThat(variant("lambda").ofType("aws:kms/key:Key")).hasSize(1);
    assertThat(PLAN.ofType("aws:kms/key:Key")).isEmpty();
  }

  private static BigDecimal ofWebAcl(List<JsonObject> webAcls, String name) {
    return ofResources(webAcls.stream().filter(it -> text(it, "name").equals(name)).toList());
  }

  private static List<JsonObject> resourcesOfTheLastRelease() throws IOException {
    return JsonParser.parseString(Files.readString(LAST_RELEASE))
        .getAsJsonObject()
        .getAsJsonObject("deployment")
        .getAsJsonArray("resources")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .toList();
  }

  private static BigDecimal ofResources(List<JsonObject> resources) {
    return resources.stream()
        .filter(it -> PRICES.containsKey(text(it, "type")))
        .map(it -> price(text(it, "type"), 1).add(price(text(it, "type"), 2).multiply(parts(it))))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal price(String type, int column) {
    return new BigDecimal(Objects.requireNonNull(PRICES.get(type)).get(column));
  }

  /** Returns how many parts of a resource AWS charges for. */
  private static BigDecimal parts(JsonObject resource) {
    return switch (text(resource, "type")) {
      case "aws:cloudwatch/metricAlarm:MetricAlarm" -> new BigDecimal(CostTest.metrics(resource));
      case "aws:wafv2/webAcl:WebAcl" ->
          new BigDecimal(inputs(resource).getAsJsonArray("rules").size());
      default -> BigDecimal.ZERO;
    };
  }
}
