package dev.gatehouse.pulumi.settings;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Reads Pulumi.yaml and Pulumi.local.yaml as they are, for tests that change one setting each. */
final class Configured {
  static final StackSettings LOCAL = StackSettings.read(Path.of("."), "local");

  private Configured() {}

  static StackConfig config(StackSettings settings) {
    return StackConfig.of(
        settings.project(),
        settings.stack(),
        key -> Optional.ofNullable(settings.values().get(key)));
  }
}
