package dev.gatehouse.local.apigateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds the resource that answers a path. */
final class Routes {

  /** Is a resource with what its path parameters stand for. */
  record Match(Route route, Map<String, String> pathParameters) {}

  private final List<Route> routes;

  Routes(List<Route> routes) {
    this.routes = routes.stream().sorted(Routes::closer).toList();
  }

  /**
   * Returns the most specific resource for this path. The method plays no part: an exact resource
   * without the method never gives way to a greedy one.
   */
  Optional<Match> match(String path) {
    List<String> words = Segment.words(path);
    for (Route route : routes) {
      Map<String, String> parameters = fit(route.segments(), words);
      if (parameters != null) {
        return Optional.of(new Match(route, parameters));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Map<String, String> fit(List<Segment> pattern, List<String> words) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (i >= words.size()) {
        return null;
      }
      switch (pattern.get(i)) {
        case Segment.Fixed(String word) -> {
          if (!word.equals(decoded(words.get(i)))) {
            return null;
          }
        }
        case Segment.Parameter(String name) -> parameters.put(name, decoded(words.get(i)));
        case Segment.Greedy(String name) -> {
          parameters.put(name, decoded(String.join("/", words.subList(i, words.size()))));
          return parameters;
        }
      }
    }
    return words.size() == pattern.size() ? parameters : null;
  }

  private static String decoded(String word) {
    return URLDecoder.decode(word.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Segment by segment, fixed before parameter before greedy; the longer pattern first. */
  private static int closer(Route one, Route other) {
    int shared = Math.min(one.segments().size(), other.segments().size());
    for (int i = 0; i < shared; i++) {
      int order = one.segments().get(i).compareTo(other.segments().get(i));
      if (order != 0) {
        return order;
      }
    }
    return Comparator.<Integer>reverseOrder()
        .compare(one.segments().size(), other.segments().size());
  }
}
