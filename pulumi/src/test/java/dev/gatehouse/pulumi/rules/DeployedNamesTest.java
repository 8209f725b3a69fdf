package dev.gatehouse.pulumi.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A renamed resource is replaced, and with it the data in it, unless an alias keeps it. The table
 * deployed-names.tsv has the names of all resources of all recorded plans.
 */
final class DeployedNamesTest {
  private static final String API = "gatehouse:aws:RestApi::api";
  private static final DeployedName POOL = name("user-pool", "aws:Pool", "-", "*-user-pool");
  private static final DeployedName COMPONENT = name("api", "gatehouse:aws:RestApi", "-", "-");
  private static final DeployedName STAGE = name("api-stage", "aws:Stage", API, "-");
  private static final DeployedNames TABLE =
      new DeployedNames(List.of(row(POOL), row(COMPONENT), row(STAGE)));

  @Test
  void namesAreThoseOfDeployedStacks() {
    assertThat(new DeployedNames(Tsv.rows("rules/deployed-names.tsv")).violations(current()))
        .isEmpty();
  }

  @Test
  void physicalNameOfAResourceIsTheSameInEveryPlan() {
    assertThat(current()).extracting(DeployedName::key).doesNotHaveDuplicates();
  }

  @Test
  void sameNamesAreAccepted() {
    assertThat(TABLE.violations(List.of(POOL, COMPONENT, STAGE))).isEmpty();
  }

  @Test
  void changedLogicalNameNeedsAnAlias() {
    DeployedName renamed = name("pool", "aws:Pool", "-", "*-user-pool");

    assertThat(TABLE.violations(List.of(renamed, COMPONENT, STAGE)))
        .anyMatch(it -> it.startsWith("aws:Pool::user-pool changed its logical name"));
    assertAccepted(aliased(renamed, "aws:Pool::user-pool"), COMPONENT, STAGE);
  }

  @Test
  void changedTypeNeedsAnAlias() {
    DeployedName retyped = name("user-pool", "aws:NewPool", "-", "*-user-pool");

    assertThat(TABLE.violations(List.of(retyped, COMPONENT, STAGE)))
        .anyMatch(it -> it.startsWith("aws:Pool::user-pool changed its logical name, type"));
    assertAccepted(aliased(retyped, "aws:Pool::user-pool"), COMPONENT, STAGE);
  }

  @Test
  void changedParentNeedsAnAlias() {
    DeployedName moved = name("user-pool", "aws:Pool", API, "*-user-pool");

    assertThat(TABLE.violations(List.of(moved, COMPONENT, STAGE)))
        .anyMatch(it -> it.startsWith("aws:Pool::user-pool changed its logical name, type or par"));
    assertAccepted(aliased(moved, "aws:Pool::user-pool"), COMPONENT, STAGE);
  }

  @Test
  void childrenInheritTheAliasOfTheirParent() {
    DeployedName renamed = name("rest-api", "gatehouse:aws:RestApi", "-", "-");
    DeployedName child =
        name("rest-api-stage", "aws:Stage", "gatehouse:aws:RestApi::rest-api", "-");

    assertThat(TABLE.violations(List.of(POOL, renamed, child)))
        .anyMatch(it -> it.startsWith("gatehouse:aws:RestApi$aws:Stage::api-stage changed"));
    assertAccepted(POOL, aliased(renamed, API), child);
  }

  @Test
  void removedResourceMustBeListedAsReplaced() {
    assertThat(TABLE.violations(List.of(COMPONENT, STAGE)))
        .singleElement()
        .asString()
        .contains("or is gone");
    assertThat(
            with("user-pool\taws:Pool\t-\tdeleted\treplaces *-user-pool: all users")
                .violations(List.of(COMPONENT, STAGE)))
        .isEmpty();
  }

  @Test
  void changedPhysicalNameNeedsARowThatSaysWhatIsReplaced() {
    List<DeployedName> renamed =
        List.of(name("user-pool", "aws:Pool", "-", "*-users"), COMPONENT, STAGE);

    assertThat(TABLE.violations(renamed))
        .singleElement()
        .asString()
        .startsWith("aws:Pool::user-pool changed its physical name");
    assertThat(with("user-pool\taws:Pool\t-\t*-users\t-").violations(renamed))
        .singleElement()
        .asString()
        .contains("must say what is replaced");
    assertThat(
            with("user-pool\taws:Pool\t-\t*-users\treplaces *-user-pool: all users")
                .violations(renamed))
        .isEmpty();
  }

  @Test
  void newResourceNeedsARow() {
    assertThat(TABLE.violations(List.of(POOL, COMPONENT, STAGE, name("t", "aws:T", "-", "*-t"))))
        .containsExactly("new, add this row: t\taws:T\t-\t*-t\t-");
  }

  /** Accepts the aliased names; their own rows are still to be added. */
  private static void assertAccepted(DeployedName... names) {
    assertThat(TABLE.violations(List.of(names))).allMatch(it -> it.startsWith("new, add this row"));
  }

  private static List<DeployedName> current() {
    return Variant.all()
        .flatMap(variant -> variant.plan().resources().stream())
        .filter(resource -> !DeployedName.isStack(resource))
        .map(DeployedName::of)
        .distinct()
        .toList();
  }

  private static DeployedNames with(String row) {
    List<List<String>> rows = new ArrayList<>(TABLE.rows());
    rows.add(List.of(row.split("\t", -1)));
    return new DeployedNames(rows);
  }

  private static DeployedName name(String logical, String type, String parent, String physical) {
    return new DeployedName(logical, type, parent, physical, List.of());
  }

  private static DeployedName aliased(DeployedName name, String alias) {
    return new DeployedName(
        name.logical(), name.type(), name.parent(), name.physical(), List.of(alias));
  }

  private static List<String> row(DeployedName name) {
    return List.of(name.logical(), name.type(), name.parent(), name.physical(), "-");
  }
}
