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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The key material by key id, stored in the file {@code kms.json} of the data directory. */
final class KeyMaterialStore {

  private final Map<String, KeyMaterial> byId = new TreeMap<>();

  private record StoredSecrets(Map<String, String> secrets) {}

  /** Reads the material of these keys, and generates what is missing; null stores nothing. */
  KeyMaterialStore(Iterable<KmsKey> keys, @Nullable Path directory) {
    Path file = directory == null ? null : directory.resolve("kms.json");
    Map<String, String> secrets = file == null ? new TreeMap<>() : read(file);
    for (KmsKey key : keys) {
      String secret = secrets.computeIfAbsent(key.id(), id -> base64(KeyMaterial.generate()));
      byId.put(key.id(), new KeyMaterial(Base64.getDecoder().decode(secret)));
    }
    if (file != null) {
      // The material of a key that the plan no longer declares stays, in case the key returns.
      write(file, secrets);
    }
  }

  /** Returns the material of a key of the plan. */
  KeyMaterial of(KmsKey key) {
    KeyMaterial material = byId.get(key.id());
    if (material == null) {
      throw new IllegalStateException("no key material for " + key.id());
    }
    return material;
  }

  private static Map<String, String> read(Path file) {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      StoredSecrets stored = new Gson().fromJson(Files.readString(file), StoredSecrets.class);
      if (stored == null || stored.secrets() == null) {
        throw new PlanInvalid(file + " contains no keys; remove it to start afresh");
      }
      return new TreeMap<>(stored.secrets());
    } catch (IOException | JsonParseException e) {
      throw new PlanInvalid(file + " cannot be read; remove it to start afresh");
    }
  }

  private static void write(Path file, Map<String, String> secrets) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // Temporary files are readable by their owner only.
      Path temporary = Files.createTempFile(directory, "kms", ".json");
      Files.writeString(temporary, new Gson().toJson(new StoredSecrets(secrets)));
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
