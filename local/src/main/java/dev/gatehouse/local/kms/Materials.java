package dev.gatehouse.local.kms;

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

/** Holds the secrets of the keys by key id, in a file where there is a directory for it. */
final class Materials {

  private final Map<String, Material> byId = new TreeMap<>();

  private record State(Map<String, String> secrets) {}

  /** Makes a secret for every key that has none kept; null for a directory keeps none. */
  Materials(Iterable<Key> keys, @Nullable Path directory) {
    Path file = directory == null ? null : directory.resolve("kms.json");
    Map<String, String> secrets = file == null ? new TreeMap<>() : kept(file);
    for (Key key : keys) {
      String secret = secrets.computeIfAbsent(key.id(), id -> text(Material.fresh()));
      byId.put(key.id(), new Material(Base64.getDecoder().decode(secret)));
    }
    if (file != null) {
      // A key that the plan no longer declares is kept all the same: it may come back.
      write(file, secrets);
    }
  }

  Material of(Key key) {
    Material material = byId.get(key.id());
    if (material == null) {
      throw new IllegalStateException("no material for " + key.id());
    }
    return material;
  }

  private static Map<String, String> kept(Path file) {
    if (!Files.exists(file)) {
      return new TreeMap<>();
    }
    try {
      State state = new Gson().fromJson(Files.readString(file), State.class);
      if (state == null || state.secrets() == null) {
        throw new PlanInvalid(file + " holds no keys; remove it to start afresh");
      }
      return new TreeMap<>(state.secrets());
    } catch (IOException | JsonParseException e) {
      throw new PlanInvalid(file + " cannot be read; remove it to start afresh");
    }
  }

  private static void write(Path file, Map<String, String> secrets) {
    try {
      Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
      // Readable by its owner alone, which is how temporary files are made.
      Path fresh = Files.createTempFile(directory, "kms", ".json");
      Files.writeString(fresh, new Gson().toJson(new State(secrets)));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Material material) {
    return Base64.getEncoder().encodeToString(material.secret());
  }
}
