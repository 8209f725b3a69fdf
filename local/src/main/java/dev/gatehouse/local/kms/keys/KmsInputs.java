package dev.gatehouse.local.kms.keys;

import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** The Pulumi inputs of keys and aliases that the emulator supports. */
final class KmsInputs {

  /** Supported, or without effect in the emulator, which has no key policies and no deletion. */
  private static final Set<String> KEY_INPUTS =
      Set.of(
          "bypassPolicyLockoutSafetyCheck",
          "customerMasterKeySpec",
          "deletionWindowInDays",
          "description",
          "enableKeyRotation",
          "isEnabled",
          "keyUsage",
          "policy",
          "region",
          "rotationPeriodInDays",
          "tags",
          "__defaults");

  private static final Set<String> ALIAS_INPUTS =
      Set.of("name", "region", "targetKeyId", "__defaults");

  private KmsInputs() {}

  /** Returns the key; throws {@code PlanInvalid} for an input that is not supported. */
  static KmsKey key(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), KEY_INPUTS);
    requireValue(resource, "keyUsage", "ENCRYPT_DECRYPT");
    requireValue(resource, "customerMasterKeySpec", "SYMMETRIC_DEFAULT");
    return KmsKey.of(resource);
  }

  /** Returns the name of the alias, {@code alias/...}; throws {@code PlanInvalid}. */
  static String alias(Resource resource) {
    resource.refuseUnsupported(resource.inputs(), ALIAS_INPUTS);
    String name = resource.output("name");
    if (!name.matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
      throw resource.refused("has the name %s, which does not start with alias/".formatted(name));
    }
    return name;
  }

  private static void requireValue(Resource resource, String input, String value) {
    if (resource.optionalInput(input).filter(set -> !set.equals(value)).isPresent()) {
      throw resource.refused(
          "sets %s to a value other than %s, which the local emulator does not support"
              .formatted(input, value));
    }
  }
}
