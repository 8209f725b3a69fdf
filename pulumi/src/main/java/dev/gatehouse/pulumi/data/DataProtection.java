package dev.gatehouse.pulumi.data;

import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Options of resources that {@code pulumi destroy} must not delete: users' accounts and data. */
public final class DataProtection {
  private DataProtection() {}

  /**
   * Returns options that protect a resource of every stack, if the stack protects its data. One
   * that was imported keeps its name, since another name would replace it.
   */
  public static CustomResourceOptions of(StackConfig config) {
    return CustomResourceOptions.builder()
        .protect(config.protectData())
        .ignoreChanges("name")
        .build();
  }

  /**
   * Returns options that leave a resource behind when its setting is turned off, if the stack
   * protects its data. Pulumi would refuse to turn the setting off if the resource were protected.
   */
  static CustomResourceOptions ofOptional(StackConfig config) {
    return CustomResourceOptions.builder().retainOnDelete(config.protectData()).build();
  }
}
