package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.plan.RecordedPlan.LOCAL;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.stack.PlanComparison.differences;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import dev.gatehouse.pulumi.stack.LanguageHost;
import dev.gatehouse.pulumi.stack.MavenProgram;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code pulumi up} with a program that Maven compiles and runs, as a user's does. */
@Tag("pulumi")
final class MavenProgramIT {
  private final FakeAwsAccount account = new FakeAwsAccount();
  @TempDir private Path directory;
  private FakeAwsProvider provider;
  private LanguageHost host;

  @BeforeEach
  void start() throws Exception {
    provider = FakeAwsProvider.start("us-east-1", account);
    host = LanguageHost.start(new MavenProgram(directory.resolve("maven.log")));
  }

  @AfterEach
  void close() {
    host.close();
    provider.close();
  }

  @Test
  void upDeploysThePlan() throws Exception {
    try (EngineStack stack = stack(LOCAL)) {
      up(stack);

      assertThat(differences(PLAN, stack.state())).isEmpty();
    }
  }

  @Test
  void unknownKeyIsRefusedBeforeAnythingIsChanged() throws Exception {
    try (EngineStack stack = stack(LOCAL.with("gatehouse:emialDeny", "[\"example.org\"]"))) {
      assertThatThrownBy(() -> up(stack))
          .hasMessageContaining("gatehouse:emialDeny is not a setting, but emailDeny is")
          .hasMessageNotContaining("\tat ");

      assertThat(account.size()).isZero();
    }
  }

  private EngineStack stack(StackSettings settings) throws Exception {
    return EngineStack.create(directory, settings, provider.debugProviders());
  }

  private void up(EngineStack stack) throws Exception {
    stack.run("up", "--yes", "--skip-preview", "--client", host.address());
  }
}
