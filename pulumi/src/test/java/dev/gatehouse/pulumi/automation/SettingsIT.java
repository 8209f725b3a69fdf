package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.stack.PlanComparison.differences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.stack.SharedStack;
import dev.gatehouse.pulumi.stack.StatefulResources;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Optional settings, turned on and off again in one stack that keeps its users and data. */
@Tag("pulumi")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsIT {
  /** Every stack has these, or they are for a stack that is to be deleted. */
  private static final List<String> NOT_OPTIONAL =
      List.of("domainName", "customDomain", "hostedZoneName", "protectData");

  /** The example of these is the default, or a value of the tests' stack. */
  private static final List<String> UNCHANGED = List.of("lambdaRuntime", "emailSpecialUse");

  private SharedStack shared;

  @BeforeAll
  void create(@TempDir Path directory) {
    shared = new SharedStack(directory, LOCAL);
  }

  @AfterAll
  void close() {
    shared.close();
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"WITHOUT", "EMAIL_SENDER", "MAILBOXES"})
  void settingsAreTurnedOnAndOffAgainInPlace(SettingGroup group) throws Exception {
    turnOnAndOff(group.on(LOCAL));
  }

  @ParameterizedTest
  @EnumSource(names = {"WITHOUT", "EMAIL_SENDER", "MAILBOXES"})
  void settingsWithResourcesThatStayAreTurnedOnOffAndOnAgain(SettingGroup group) throws Exception {
    turnOnAndOff(group.on(LOCAL));
    turnOnAndOff(group.on(LOCAL));
  }

  @ParameterizedTest
  @Tag("nightly")
  @MethodSource("chosenKeys")
  void oneSettingIsTurnedOnAndOffAgainInPlace(String key) throws Exception {
    turnOnAndOff(SettingGroup.alone(LOCAL, key));
  }

  @Test
  void everyOptionalSettingIsInAGroup() {
    List<String> expected = new ArrayList<>(ConfigSetIT.declaredKeys());
    expected.removeAll(NOT_OPTIONAL);
    expected.removeAll(UNCHANGED);

    assertThat(keys()).containsAll(expected);
  }

  private void turnOnAndOff(StackSettings on) throws Exception {
    shared.use(
        (stack, account) -> {
          List<String> kept = StatefulResources.ids(stack.state());
          account.takeCalls();
          stack.set(on);
          assertThat(stack.up().none()).isFalse();
          assertThat(StatefulResources.ids(stack.state())).containsAll(kept);

          stack.set(LOCAL);
          stack.previewAndUp();

          assertThat(StatefulResources.ids(stack.state())).isEqualTo(kept);
          assertThat(StatefulResources.deleted(kept, account.takeCalls())).isEmpty();
          assertThat(differences(PLAN, stack.state())).isEmpty();
        });
  }

  /** Returns the keys that {@code -Dsettings=waf,wafRate} names, or all. */
  static List<String> chosenKeys() {
    String chosen = System.getProperty("settings", "");
    return chosen.isEmpty() ? keys() : List.of(chosen.split(",", -1));
  }

  static List<String> keys() {
    return Stream.of(SettingGroup.values())
        .flatMap(group -> group.keys().stream())
        .distinct()
        .toList();
  }
}
