package dev.gatehouse.local.kms.keys;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The keys of the plan and those that clients create, by id, ARN and alias. */
public final class KmsKeys {

  /** The part of an ARN before {@code key/} or {@code alias/}. */
  public static final String ARN_PREFIX = "arn:aws:kms:us-east-1:000000000000:";

  private static final Pattern ID =
      Pattern.compile("(mrk-[0-9a-f]{32}|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  private final Plan plan;
  private final StateEntries<KeyState> states;
  private final StateEntries<String> aliases;
  private final Map<String, KmsKey> byId = Collections.synchronizedMap(new LinkedHashMap<>());

  /** The id of each alias's key. */
  private final Map<String, String> byAlias = Collections.synchronizedMap(new LinkedHashMap<>());

  /** The state of a key that a client changed. */
  private record KeyState(boolean enabled, @Nullable Instant deletion) {}

  /** Reads keys and aliases; throws {@code PlanInvalid} for what is not supported. */
  public KmsKeys(Plan plan, StateStore state) {
    this.plan = plan;
    this.states = state.entries("kms-key-states", KeyState.class);
    this.aliases = state.entries("kms-aliases", String.class);
    readPlan();
  }

  private void readPlan() {
    for (Resource resource : plan.ofType("aws:kms/key:Key")) {
      KmsKey key = KmsInputs.key(resource);
      byId.put(key.id(), key);
    }
    for (Resource resource : plan.ofType("aws:kms/alias:Alias")) {
      byAlias.put(KmsInputs.alias(resource), targetOf(resource).id());
    }
  }

  /** Reads what clients changed in the last run, once the keys that they created are there. */
  public void readChanges() {
    byAlias.clear();
    byId.replaceAll((id, key) -> created(id, key.description()));
    readPlan();
    states
        .all()
        .forEach(
            (id, state) ->
                byId.computeIfPresent(
                    id,
                    (same, key) ->
                        new KmsKey(
                            id, key.arn(), key.description(), state.enabled(), state.deletion())));
    aliases
        .all()
        .forEach(
            (alias, id) -> {
              if (byId.containsKey(id)) {
                byAlias.put(alias, id);
              } else {
                byAlias.remove(alias);
              }
            });
  }

  /** Stores an alias; one of the plan that is removed is stored without a key. */
  private void store(String alias) {
    aliases.changed(alias, () -> byAlias.getOrDefault(alias, ""));
  }

  /** Returns all keys, those of the plan first. */
  public List<KmsKey> all() {
    synchronized (byId) {
      return List.copyOf(byId.values());
    }
  }

  /** Returns the aliases, those of the plan first, and the ids of their keys. */
  public Map<String, String> aliases() {
    synchronized (byAlias) {
      return new LinkedHashMap<>(byAlias);
    }
  }

  /** Adds an alias; throws AlreadyExistsException if there is one of this name. */
  public void addAlias(String alias, KmsKey key) {
    if (byAlias.putIfAbsent(alias, key.id()) != null) {
      throw KmsErrors.alreadyExists(
          "An alias with the name %s%s already exists".formatted(ARN_PREFIX, alias));
    }
    store(alias);
  }

  /** Lets an alias name another key; throws NotFoundException if there is no such alias. */
  public void updateAlias(String alias, KmsKey key) {
    if (byAlias.replace(alias, key.id()) == null) {
      throw aliasNotFound(alias);
    }
    store(alias);
  }

  /** Removes an alias; throws NotFoundException if there is none. */
  public void removeAlias(String alias) {
    if (byAlias.remove(alias) == null) {
      throw aliasNotFound(alias);
    }
    store(alias);
  }

  /** Replaces the key of the same id. */
  public void replace(KmsKey key) {
    byId.replace(key.id(), key);
    states.changed(
        key.id(),
        () -> {
          @Nullable KmsKey current = byId.get(key.id());
          return current == null ? null : new KeyState(current.enabled(), current.deletion());
        });
  }

  /** Returns a new, enabled key, which is not among the keys yet. */
  public static KmsKey create(String description) {
    return created(UUID.randomUUID().toString(), description);
  }

  static KmsKey created(String id, String description) {
    return new KmsKey(id, ARN_PREFIX + "key/" + id, description, true, null);
  }

  void add(KmsKey key) {
    byId.put(key.id(), key);
  }

  Optional<KmsKey> byId(String id) {
    return Optional.ofNullable(byId.get(id));
  }

  /**
   * Returns the key of this id, ARN, alias or alias ARN; throws NotFoundException with the message
   * of KMS if there is none.
   */
  public KmsKey find(String keyId) {
    String name = keyId.startsWith(ARN_PREFIX) ? keyId.substring(ARN_PREFIX.length()) : keyId;
    if (name.startsWith("arn:")) {
      throw KmsErrors.notFound("Invalid arn " + arnPart(name, 3));
    }
    if (name.startsWith("alias/")) {
      return withAlias(name);
    }
    String id = name.startsWith("key/") ? name.substring("key/".length()) : name;
    KmsKey key = byId.get(id);
    if (key == null) {
      throw KmsErrors.notFound(
          ID.matcher(id).matches()
              ? "Key '%skey/%s' does not exist".formatted(ARN_PREFIX, id)
              : "Invalid keyId '%s'".formatted(id));
    }
    return key;
  }

  /** Returns the same as {@link #find}, but throws DisabledException for a disabled key. */
  public KmsKey findEnabled(String keyId) {
    return requireEnabled(find(keyId));
  }

  static KmsKey requireEnabled(KmsKey key) {
    if (key.deletion() != null) {
      throw KmsErrors.invalidState(key.arn() + " is pending deletion.");
    }
    if (!key.enabled()) {
      throw KmsErrors.disabled(key.arn());
    }
    return key;
  }

  private KmsKey withAlias(String alias) {
    return Optional.ofNullable(byAlias.get(alias))
        .flatMap(this::byId)
        .orElseThrow(() -> aliasNotFound(alias));
  }

  private static AwsException aliasNotFound(String alias) {
    return KmsErrors.notFound("Alias %s%s is not found.".formatted(ARN_PREFIX, alias));
  }

  private KmsKey targetOf(Resource alias) {
    String target = alias.input("targetKeyId");
    KmsKey key = byId.get(target.substring(target.lastIndexOf('/') + 1));
    if (key == null) {
      throw alias.refused("has the target %s, which the plan does not declare".formatted(target));
    }
    return key;
  }

  private static String arnPart(String arn, int index) {
    String[] parts = arn.split(":", -1);
    return parts.length > index ? parts[index] : arn;
  }
}
