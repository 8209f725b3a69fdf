package dev.gatehouse.local.apigateway.resources;

import java.util.Arrays;
import java.util.List;

/** A segment of a resource's path; the order is API Gateway's order of precedence. */
sealed interface PathSegment extends Comparable<PathSegment> {

  /** A segment that matches one text. */
  record Fixed(String word) implements PathSegment {}

  /** A path parameter, which matches any segment. */
  record Parameter(String name) implements PathSegment {}

  /** A greedy path parameter, which matches a segment and all that follow. */
  record Greedy(String name) implements PathSegment {}

  /** Returns the segments of a resource's path, such as {@code /user/{proxy+}}. */
  static List<PathSegment> ofPattern(String path) {
    return split(path).stream().map(PathSegment::of).toList();
  }

  /** Returns the segments of a request's path; a trailing slash is ignored. */
  static List<String> split(String path) {
    String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return trimmed.isEmpty() ? List.of() : Arrays.asList(trimmed.substring(1).split("/", -1));
  }

  @Override
  default int compareTo(PathSegment other) {
    return Integer.compare(rank(), other.rank());
  }

  private static PathSegment of(String part) {
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
