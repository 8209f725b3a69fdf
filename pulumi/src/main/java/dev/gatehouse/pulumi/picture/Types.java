package dev.gatehouse.pulumi.picture;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Knows how each type of resource is shown, and some resources by name, from types.tsv; a type it
 * does not know, it refuses.
 */
final class Types {
  private static final int CELLS = 8;

  private final Map<String, Type> byName;

  private Types(Map<String, Type> byName) {
    this.byName = byName;
  }

  static Types read() {
    try (InputStream file = Types.class.getResourceAsStream("types.tsv")) {
      if (file == null) {
        throw new IllegalStateException("types.tsv is not beside " + Types.class);
      }
      return new Types(
          new BufferedReader(new InputStreamReader(file, UTF_8))
              .lines()
              .filter(line -> !line.startsWith("#"))
              .map(Types::type)
              .collect(Collectors.toMap(Type::name, Function.identity())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Type of(Resource resource) {
    Type type = byName.get(resource.type() + " " + resource.name());
    if (type == null) {
      type = byName.get(resource.type());
    }
    if (type == null) {
      throw new PictureFailed(
          "The picture does not know what %s \"%s\" is for: teach picture/types.tsv"
              .formatted(resource.type(), resource.name()));
    }
    return type;
  }

  private static Type type(String line) {
    List<String> cells = List.of(line.split("\t", CELLS));
    if (cells.size() != CELLS) {
      throw new PictureFailed("A line of picture/types.tsv has other than 8 cells: " + line);
    }
    return new Type(
        cells.get(0),
        Group.valueOf(upper(cells.get(1))),
        cells.get(2),
        Type.Shape.valueOf(upper(cells.get(3))),
        Type.Arrows.valueOf(upper(cells.get(4))),
        Type.People.valueOf(upper(cells.get(5))),
        cells.get(6),
        cells.get(7));
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
