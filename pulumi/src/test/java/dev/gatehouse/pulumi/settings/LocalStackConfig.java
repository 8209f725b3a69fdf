package dev.gatehouse.pulumi.settings;

import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.util.Optional;
import java.util.Set;

/** The configuration of the local stack, for tests that change one setting each. */
public final class LocalStackConfig {
  /** The settings of the local stack. */
  public static final StackSettings LOCAL = RecordedPlan.LOCAL;

  private LocalStackConfig() {}

  /** Returns the configuration of a stack with these settings. */
  public static StackConfig config(StackSettings settings) {
    return config(settings, Set.of());
  }

  /** Returns the configuration with some keys, without namespace, as secrets. */
  static StackConfig config(StackSettings settings, Set<String> secrets) {
    return StackConfig.of(
        settings.project(),
        settings.stack(),
        App.NAMES,
        key -> Optional.ofNullable(settings.values().get(key)),
        key -> secrets.contains(key.replace(settings.project() + ":", "")));
  }
}
