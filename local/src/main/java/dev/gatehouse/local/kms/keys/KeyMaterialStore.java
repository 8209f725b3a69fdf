package dev.gatehouse.local.kms.keys;

import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The stored key material by key id, and the keys that clients create. */
final class KeyMaterialStore {

  private final KmsKeys keys;
  private final Map<String, KeyMaterial> byId = new ConcurrentHashMap<>();
  private final StateEntries<StoredKey> entries;

  /**
   * A stored key.
   *
   * @param secret the key material in Base64
   * @param created the description of a key that a client created, null for a key of the plan
   */
  private record StoredKey(String secret, @Nullable String created) {}

  /** Reads the material of these keys, and generates what is missing. */
  KeyMaterialStore(KmsKeys keys, StateStore state) {
    this.keys = keys;
    this.entries = state.entries("kms-keys", StoredKey.class);
    read();
  }

  private void read() {
    // The material of a key that the plan no longer declares stays, in case the key returns.
    Map<String, StoredKey> stored = entries.all();
    stored.forEach((id, key) -> byId.put(id, material(key)));
    stored.forEach(
        (id, key) -> {
          if (key.created() != null) {
            keys.add(KmsKeys.created(id, key.created()));
          }
        });
    for (KmsKey key : keys.all()) {
      if (!byId.containsKey(key.id())) {
        generate(key, null);
      }
    }
  }

  /** Generates the material of a key that a client creates, and stores both at once. */
  void generate(KmsKey key) {
    generate(key, key.description());
    keys.add(key);
  }

  private void generate(KmsKey key, @Nullable String created) {
    KeyMaterial material = KeyMaterial.generate();
    StoredKey stored =
        new StoredKey(Base64.getEncoder().encodeToString(material.secret()), created);
    entries.store(key.id(), stored);
    byId.put(key.id(), material);
  }

  /** Returns the material of a key. */
  KeyMaterial of(KmsKey key) {
    KeyMaterial material = byId.get(key.id());
    if (material == null) {
      throw new IllegalStateException("no key material for " + key.id());
    }
    return material;
  }

  private static KeyMaterial material(StoredKey key) {
    return new KeyMaterial(Base64.getDecoder().decode(key.secret()));
  }
}
