package dev.gatehouse.local.apigateway;

import java.util.Arrays;
import java.util.List;

/**
 * Is what stands between two slashes of a resource's path; the order is API Gateway's preference.
 */
sealed interface Segment extends Comparable<Segment> {

  /** Matches this word alone. */
  record Fixed(String word) implements Segment {}

  /** Matches any one segment. */
  record Parameter(String name) implements Segment {}

  /** Matches one segment and everything after it. */
  record Greedy(String name) implements Segment {}

  /** Reads {@code /user/{proxy+}}. */
  static List<Segment> ofPattern(String path) {
    return words(path).stream().map(Segment::of).toList();
  }

  /** Returns the segments of a path; a slash at its end makes no difference. */
  static List<String> words(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.isEmpty() ? List.of() : Arrays.asList(trimmed.substring(1).split("/", -1));
  }

  @Override
  default int compareTo(Segment other) {
    return Integer.compare(rank(), other.rank());
  }

  private static Segment of(String part) {
    if (!part.startsWith("{")) {
      return new Fixed(part);
    }
    return part.endsWith("+}")
        ? new Greedy(part.substring(1, part.length() - 2))
        : new Parameter(part.substring(1, part.length() - 1));
  }

  private int rank() {
    return switch (this) {
      case Fixed fixed -> 0;
      case Parameter parameter -> 1;
      case Greedy greedy -> 2;
    };
  }
}
