package dev.gatehouse.local.kms.keys;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import dev.gatehouse.local.plan.PlanInvalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The key material by key id, stored in the file {@code kms.json} of the data directory together
 * with the keys that clients create.
 */
final class KeyMaterialStore {

  private final Map<String, KeyMaterial> byId = new ConcurrentHashMap<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final @Nullable Path file;
  private final Map<String, String> secrets;
  private final Map<String, String> created;

  /**
   * The content of the file.
   *
   * @param created the descriptions of the keys that clients created, by id; null in older files
   */
  private record StoredSecrets(
      Map<String, String> secrets, @Nullable Map<String, String> created) {}

  /** Reads the material of these keys, and generates what is missing; null stores nothing. */
  KeyMaterialStore(Iterable<KmsKey> keys, @Nullable Path directory) {
    file = directory == null ? null : directory.resolve("kms.json");
    StoredSecrets stored =
        file == null || !Files.exists(file) ? new StoredSecrets(Map.of(), null) : read(file);
    secrets = new TreeMap<>(stored.secrets());
    created = new TreeMap<>(Objects.requireNonNullElse(stored.created(), Map.of()));
    keys.forEach(key -> load(key.id()));
    created.keySet().forEach(this::load);
    // The material of a key that the plan no longer declares stays, in case the key returns.
    store();
  }

  private void load(String id) {
    String secret = secrets.computeIfAbsent(id, any -> base64(KeyMaterial.generate()));
    byId.put(id, new KeyMaterial(Base64.getDecoder().decode(secret)));
  }

  /** Returns the descriptions of the keys that clients created, by id. */
  Map<String, String> created() {
    return Map.copyOf(created);
  }

  /** Generates the material of a key that a client creates, and stores both. */
  void generate(KmsKey key) {
    lock.lock();
    try {
      load(key.id());
      created.put(key.id(), key.description());
      store();
    } finally {
      lock.unlock();
    }
  }

  /** Returns the material of a key. */
  KeyMaterial of(KmsKey key) {
    KeyMaterial material = byId.get(key.id());
    if (material == null) {
      throw new IllegalStateException("no key material for " + key.id());
    }
    return material;
  }

  private static StoredSecrets read(Path file) {
    try {
      StoredSecrets stored = new Gson().fromJson(Files.readString(file), StoredSecrets.class);
      if (stored == null || stored.secrets() == null) {
        throw new PlanInvalid(file + " contains no keys; remove it to start afresh");
      }
      return stored;
    } catch (IOException | JsonParseException e) {
      throw new PlanInvalid(file + " cannot be read; remove it to start afresh");
    }
  }

  private void store() {
    if (file == null) {
      return;
    }
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // Temporary files are readable by their owner only.
      Path temporary = Files.createTempFile(directory, "kms", ".json");
      Files.writeString(temporary, new Gson().toJson(new StoredSecrets(secrets, created)));
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String base64(KeyMaterial material) {
    return Base64.getEncoder().encodeToString(material.secret());
  }
}
