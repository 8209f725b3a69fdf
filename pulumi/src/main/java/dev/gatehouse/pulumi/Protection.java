package dev.gatehouse.pulumi;

import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Keeps what cannot be made again, people's accounts: `pulumi destroy` stops before it. */
final class Protection {
  private Protection() {}

  static CustomResourceOptions of(StackConfig config) {
    return CustomResourceOptions.builder()
        .protect(config.protectData())
        .retainOnDelete(config.protectData())
        .build();
  }
}
