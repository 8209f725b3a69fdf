package dev.gatehouse.local.kms;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows the keys of the plan and every name that leads to one. */
final class Keys {

  private static final String PREFIX = "arn:aws:kms:us-east-1:000000000000:";
  private static final Pattern ID =
      Pattern.compile("(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Map<String, Key> byId = new LinkedHashMap<>();
  private final Map<String, Key> byAlias = new LinkedHashMap<>();

  Keys(Plan plan) {
    for (Resource resource : plan.ofType("aws:kms/key:Key")) {
      Key key = KeyCheck.key(resource);
      byId.put(key.id(), key);
    }
    for (Resource resource : plan.ofType("aws:kms/alias:Alias")) {
      byAlias.put(KeyCheck.alias(resource), target(resource));
    }
  }

  Iterable<Key> all() {
    return byId.values();
  }

  Optional<Key> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Finds the key of this id, ARN, alias or ARN of an alias; throws KMS's own NotFoundException.
   */
  Key find(String name) throws KmsError {
    String local = name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name;
    if (local.startsWith("arn:")) {
      throw KmsError.notFound("Invalid arn " + part(local, 3));
    }
    if (local.startsWith("alias/")) {
      return byAlias(local);
    }
    String id = local.startsWith("key/") ? local.substring("key/".length()) : local;
    Key key = byId.get(id);
    if (key == null) {
      throw KmsError.notFound(
          ID.matcher(id).matches()
              ? "Key '%skey/%s' does not exist".formatted(PREFIX, id)
              : "Invalid keyId '%s'".formatted(id));
    }
    return key;
  }

  private Key byAlias(String alias) throws KmsError {
    Key key = byAlias.get(alias);
    if (key == null) {
      throw KmsError.notFound("Alias %s%s is not found.".formatted(PREFIX, alias));
    }
    return key;
  }

  private Key target(Resource alias) {
    String target = alias.input("targetKeyId");
    Key key = byId.get(target.substring(target.lastIndexOf('/') + 1));
    if (key == null) {
      throw alias.refused("leads to %s, which the plan does not declare".formatted(target));
    }
    return key;
  }

  private static String part(String arn, int index) {
    String[] parts = arn.split(":", -1);
    return parts.length > index ? parts[index] : arn;
  }
}
