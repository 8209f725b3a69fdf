package dev.gatehouse.pulumi.automation;

import static dev.gatehouse.pulumi.stack.PlanComparison.differences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.provider.FakeAwsAccount;
import dev.gatehouse.pulumi.provider.FakeAwsProvider;
import dev.gatehouse.pulumi.stack.EngineStack;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each recorded plan, compared with what the real engine deploys; the default one is in {@link
 * PulumiEngineIT}.
 */
@Tag("pulumi")
final class PlanVariantsIT {
  @ParameterizedTest
  @MethodSource("dev.gatehouse.pulumi.automation.StackVariant#others")
  void stackIsThePlanAndASecondUpChangesNothing(StackVariant variant, @TempDir Path directory)
      throws Exception {
    try (FakeAwsProvider provider = FakeAwsProvider.start(variant.region(), new FakeAwsAccount());
        EngineStack stack =
            EngineStack.create(directory, variant.settings(), provider.debugProviders())) {
      stack.up();

      assertThat(differences(variant.plan(), stack.stateWithSecrets())).isEmpty();
      assertThat(stack.up().none()).isTrue();
    }
  }
}
