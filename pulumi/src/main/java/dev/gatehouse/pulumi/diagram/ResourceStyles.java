package dev.gatehouse.pulumi.diagram;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The styles of all resource types, from types.tsv. */
record ResourceStyles(Map<String, ResourceStyle> byKey) {
  static ResourceStyles read() {
    try (InputStream file =
        Objects.requireNonNull(ResourceStyles.class.getResourceAsStream("types.tsv"))) {
      return new ResourceStyles(
          new String(file.readAllBytes(), UTF_8)
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(ResourceStyle::parse)
              .collect(toMap(ResourceStyle::key, Function.identity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the style of a resource; throws {@link IllegalStateException} if there is none. */
  ResourceStyle of(PlanResource resource) {
    String key = resource.type() + " " + resource.name();
    ResourceStyle style = byKey.getOrDefault(key, byKey.get(resource.type()));
    if (style == null) {
      throw new IllegalStateException("No line for %s in diagram/types.tsv".formatted(key));
    }
    return style;
  }
}
