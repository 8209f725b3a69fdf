package dev.gatehouse.triggers.poolexport;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** A fake of the bucket of exports that reads them again. */
final class StoredExports implements ExportStore {
  private final Map<String, byte[]> objects = new LinkedHashMap<>();
  private int failingAfter = Integer.MAX_VALUE;

  @Override
  public void put(String key, String contentType, byte[] content) {
    if (objects.size() >= failingAfter) {
      throw new IllegalStateException("the bucket is gone");
    }
    objects.remove(key);
    objects.put(key, content);
  }

  /** Fails once there are so many objects. */
  void failAfter(int many) {
    failingAfter = many;
  }

  /** Returns the keys in the order in which they were stored. */
  List<String> keys() {
    return List.copyOf(objects.keySet());
  }

  /** Returns the only manifest. */
  JsonObject manifest() {
    List<String> manifests = keys().stream().filter(key -> key.endsWith("manifest.json")).toList();
    assertThat(manifests).hasSize(1);
    return JsonParser.parseString(
            new String(
                Objects.requireNonNull(objects.get(manifests.getFirst())), StandardCharsets.UTF_8))
        .getAsJsonObject();
  }

  /** Returns the lines of an export of a kind, and fails if its hash is not the manifest's. */
  List<JsonObject> lines(String kind) {
    String prefix =
        keys().stream()
            .filter(key -> key.endsWith("manifest.json"))
            .findFirst()
            .orElseThrow()
            .replace("manifest.json", "");
    List<JsonObject> lines = new ArrayList<>();
    String hash = "";
    for (int part = 1; part <= manifest().get("parts").getAsInt(); part++) {
      byte[] content =
          Objects.requireNonNull(
              objects.get(prefix + String.format(Locale.ROOT, "part-%05d.ndjson.gz", part)));
      hash = ExportPart.chained(hash, content);
      text(content)
          .lines()
          .map(line -> JsonParser.parseString(line).getAsJsonObject())
          .filter(line -> line.get("kind").getAsString().equals(kind))
          .forEach(lines::add);
    }
    assertThat(manifest().get("sha256").getAsString()).isEqualTo(hash);
    return lines;
  }

  private static String text(byte[] compressed) {
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(compressed))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException damaged) {
      throw new UncheckedIOException(damaged);
    }
  }
}
