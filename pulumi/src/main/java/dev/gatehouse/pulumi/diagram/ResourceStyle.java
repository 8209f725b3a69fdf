package dev.gatehouse.pulumi.diagram;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How resources of one type are shown: a line of types.tsv.
 *
 * @param key the type, followed by the name of a resource if the line is for that one only
 * @param label the term of AWS for such a resource
 * @param purpose the purpose of the resource, with {@code {inputs}} and {@code {owner}} replaced
 */
record ResourceStyle(
    String key, DiagramGroup group, String label, Shape shape, Arrows arrows, String purpose) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w+)}");

  /**
   * A node that users call, one that sends to users, another node, one node for all resources of
   * the type, or a part of another node.
   */
  enum Shape {
    ENDPOINT,
    SENDER,
    NODE,
    MERGED,
    PART
  }

  /** Arrows to the dependencies, from the dependencies, or none. */
  enum Arrows {
    TO,
    FROM,
    NONE
  }

  static ResourceStyle parse(String line) {
    List<String> columns = List.of(line.split("\t"));
    return new ResourceStyle(
        columns.get(0),
        DiagramGroup.valueOf(columns.get(1).toUpperCase(Locale.ROOT)),
        columns.get(2),
        Shape.valueOf(columns.get(3).toUpperCase(Locale.ROOT)),
        Arrows.valueOf(columns.get(4).toUpperCase(Locale.ROOT)),
        columns.get(5));
  }

  String purpose(PlanResource resource) {
    return PLACEHOLDER
        .matcher(purpose)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), resource)));
  }

  private static String value(String placeholder, PlanResource resource) {
    return placeholder.equals("owner") ? resource.owner() : resource.input(placeholder);
  }
}
