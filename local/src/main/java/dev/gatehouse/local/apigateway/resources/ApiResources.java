package dev.gatehouse.local.apigateway.resources;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The resources of a REST API, and the match of a path. */
public final class ApiResources {

  /** A resource that matches a path, with the values of its path parameters. */
  public record ResourceMatch(ApiResource resource, Map<String, String> pathParameters) {}

  private final List<ApiResource> resources;

  /** Creates a set of resources. */
  public ApiResources(List<ApiResource> resources) {
    this.resources = resources.stream().sorted(ApiResources::compareSpecificity).toList();
  }

  /**
   * Returns the most specific resource for a path, whatever its methods: an exact resource takes
   * precedence over a greedy one even if it lacks the method.
   */
  public Optional<ResourceMatch> match(String path) {
    List<String> segments = PathSegment.split(path);
    for (ApiResource resource : resources) {
      Map<String, String> parameters = match(resource.segments(), segments);
      if (parameters != null) {
        return Optional.of(new ResourceMatch(resource, parameters));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Map<String, String> match(
      List<PathSegment> pattern, List<String> segments) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (int i = 0; i < pattern.size(); i++) {
      if (i >= segments.size()) {
        return null;
      }
      switch (pattern.get(i)) {
        case PathSegment.Fixed fixed -> {
          if (!fixed.word().equals(decode(segments.get(i)))) {
            return null;
          }
        }
        case PathSegment.Parameter parameter ->
            parameters.put(parameter.name(), decode(segments.get(i)));
        case PathSegment.Greedy greedy -> {
          parameters.put(
              greedy.name(), decode(String.join("/", segments.subList(i, segments.size()))));
          return parameters;
        }
      }
    }
    return segments.size() == pattern.size() ? parameters : null;
  }

  private static String decode(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** Orders fixed segments before parameters before greedy ones, then longer paths first. */
  private static int compareSpecificity(ApiResource one, ApiResource other) {
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
