package dev.gatehouse.local.apigateway.resources;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A resource of a REST API with its methods.
 *
 * @param path the path as API Gateway writes it, such as {@code /user/{proxy+}}
 * @param methods the methods by HTTP method or {@code ANY}
 */
public record ApiResource(
    String id, String path, List<PathSegment> segments, Map<String, ApiMethod> methods) {

  /** Creates a resource. */
  public static ApiResource of(String id, String path, Map<String, ApiMethod> methods) {
    return new ApiResource(id, path, PathSegment.ofPattern(path), Map.copyOf(methods));
  }

  /** Returns the method for an HTTP method, {@code ANY} if there is none of its own. */
  public Optional<ApiMethod> method(String httpMethod) {
    return Optional.ofNullable(methods.get(httpMethod))
        .or(() -> Optional.ofNullable(methods.get("ANY")));
  }
}
