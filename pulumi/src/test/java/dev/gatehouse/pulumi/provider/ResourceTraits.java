package dev.gatehouse.pulumi.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A row of resources.tsv: how AWS and its provider treat the resources of one type.
 *
 * @param name the property that the provider makes up; blank if there is none
 * @param replacement the properties whose change replaces the resource
 * @param unique what AWS has once
 * @param deletion what refuses deletion
 * @param source the file of the provider that replacement was compared with
 */
record ResourceTraits(
    String type,
    String name,
    List<String> replacement,
    List<UniqueNames> unique,
    List<String> deletion,
    String source) {
  private static final Map<String, ResourceTraits> BY_TYPE = read();

  /** Returns the row of a type; fails if resources.tsv has none. */
  static ResourceTraits of(String type) {
    ResourceTraits traits = BY_TYPE.get(type);
    if (traits == null) {
      throw new IllegalArgumentException("resources.tsv has no row for " + type);
    }
    return traits;
  }

  static Collection<ResourceTraits> all() {
    return BY_TYPE.values();
  }

  private static Map<String, ResourceTraits> read() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    ResourceTraits.class.getResourceAsStream("/provider/resources.tsv")),
                UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> row(line.split("\t", -1)))
          .collect(Collectors.toMap(ResourceTraits::type, it -> it));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ResourceTraits row(String[] cells) {
    return new ResourceTraits(
        cells[0],
        text(cells[1]),
        list(cells[2]),
        unique(cells[3], cells[4]),
        list(cells[5]),
        text(cells[6]));
  }

  private static List<UniqueNames> unique(String names, String errors) {
    List<UniqueNames> unique = new ArrayList<>();
    String[] error = errors.split(";", -1);
    String[] each = names.split(";", -1);
    for (int i = 0; i < each.length && !names.equals("-"); i++) {
      unique.add(new UniqueNames(list(each[i]), error[i]));
    }
    return unique;
  }

  private static String text(String cell) {
    return cell.equals("-") ? "" : cell;
  }

  private static List<String> list(String cell) {
    return cell.equals("-") ? List.of() : List.of(cell.split(",", -1));
  }
}
