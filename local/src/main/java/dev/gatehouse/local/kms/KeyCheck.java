package dev.gatehouse.local.kms;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.plan.Resource;
import java.util.Set;

/** Refuses, by resource and input, what a key of this machine cannot be. */
final class KeyCheck {

  /** Honoured, or without meaning where nobody is refused and nothing is deleted. */
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

  private KeyCheck() {}

  static Key key(Resource resource) {
    resource.refuseOthers(resource.inputs(), KEY_INPUTS, KeyCheck::saysNothing);
    only(resource, "keyUsage", "ENCRYPT_DECRYPT");
    only(resource, "customerMasterKeySpec", "SYMMETRIC_DEFAULT");
    return Key.of(resource);
  }

  /** Returns the name of the alias, which always starts with {@code alias/}. */
  static String alias(Resource resource) {
    resource.refuseOthers(resource.inputs(), ALIAS_INPUTS, KeyCheck::saysNothing);
    String name = resource.output("name");
    if (!name.matches("alias/[a-zA-Z0-9/_-]{1,250}")) {
      throw resource.refused("has the name %s, which is no alias/...".formatted(name));
    }
    return name;
  }

  private static void only(Resource resource, String input, String value) {
    if (resource.optionalInput(input).filter(set -> !set.equals(value)).isPresent()) {
      throw resource.refused(
          "sets %s to other than %s, which cannot be had on one machine".formatted(input, value));
    }
  }

  private static boolean saysNothing(JsonElement value) {
    return value.isJsonNull()
        || (value instanceof JsonPrimitive flag && flag.isBoolean() && !flag.getAsBoolean());
  }
}
