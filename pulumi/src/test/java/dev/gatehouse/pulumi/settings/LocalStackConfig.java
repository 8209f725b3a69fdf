package dev.gatehouse.pulumi.settings;

import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.util.Optional;

/** The configuration of the local stack, for tests that change one setting each. */
final class LocalStackConfig {
  static final StackSettings LOCAL = RecordedPlan.LOCAL;

  private LocalStackConfig() {}

  static StackConfig config(StackSettings settings) {
    return StackConfig.of(
        settings.project(),
        settings.stack(),
        App.NAMES,
        key -> Optional.ofNullable(settings.values().get(key)));
  }
}
