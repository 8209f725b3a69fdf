package dev.gatehouse.pulumi.data;

import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Options of resources that {@code pulumi destroy} must not delete: users' accounts and data. */
public final class DataProtection {
  private DataProtection() {}

  /** Returns options that protect a resource if the stack protects its data. */
  public static CustomResourceOptions of(StackConfig config) {
    return CustomResourceOptions.builder()
        .protect(config.protectData())
        .retainOnDelete(config.protectData())
        .build();
  }
}
