package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.automation.SmallProgram.RECORDED;
import static dev.gatehouse.pulumi.automation.SmallProgram.SECOND;
import static dev.gatehouse.pulumi.automation.SmallProgram.TYPE;
import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static dev.gatehouse.pulumi.stack.PlanComparison.differences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.automation.SmallProgram.Version;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import dev.gatehouse.pulumi.stack.EngineState;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recorder and the engine, with programs that differ in one thing. */
@Tag("pulumi")
final class PlanComparisonIT {
  private static final RecordedPlan PLAN = RecordedPlan.of(RECORDED, LOCAL);

  private final FakeAwsAccount account = new FakeAwsAccount();
  @TempDir private Path directory;
  private FakeAwsProvider provider;

  @BeforeEach
  void start() {
    provider = FakeAwsProvider.start("us-east-1", account);
  }

  @AfterEach
  void stop() {
    provider.close();
  }

  @Test
  void sameProgramHasNoDifference() throws Exception {
    assertThat(compared(RECORDED)).isEmpty();
  }

  @Test
  void dependencyThatTheProgramDropsIsADifference() throws Exception {
    assertThat(compared(new Version("first", 7, false)))
        .singleElement()
        .asString()
        .contains("::second: dependencies is planned as [urn:", "deployed as []");
  }

  @Test
  void inputThatTheProgramChangesIsADifference() throws Exception {
    assertThat(compared(new Version("first", 30, true)))
        .singleElement()
        .asString()
        .contains("::second: inputs.retentionInDays is planned as \"7.0\", deployed as \"30.0\"");
  }

  @Test
  void recordedAliasIsTheUrnThatTheEngineKnowsTheResourceBy() throws Exception {
    try (EngineStack former = stack(new Version(Version.FORMER, 7, true))) {
      former.up();
      EngineState old = former.state();

      assertThat(texts(PLAN.named(TYPE, "first"), "aliases"))
          .containsExactly(old.urn(TYPE, Version.FORMER));
    }
  }

  @Test
  void engineRenamesByTheAliasAndReplacesNothing() throws Exception {
    Version[] program = {new Version(Version.FORMER, 7, true)};
    try (EngineStack stack =
        EngineStack.create(
            directory, LOCAL, provider.debugProviders(), context -> program[0].accept(context))) {
      stack.up();
      program[0] = RECORDED;
      account.takeCalls();

      stack.up();

      assertThat(account.takeCalls()).isEmpty();
      assertThat(stack.state().urn(TYPE, SECOND)).isNotEmpty();
      assertThat(differences(PLAN, stack.state())).isEmpty();
    }
  }

  private List<String> compared(Version deployed) throws Exception {
    try (EngineStack stack = stack(deployed)) {
      stack.up();
      return differences(PLAN, stack.state());
    }
  }

  private EngineStack stack(Version program) throws Exception {
    return EngineStack.create(directory, LOCAL, provider.debugProviders(), program);
  }
}
