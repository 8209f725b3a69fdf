package dev.gatehouse.local.apigateway;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Is one resource of the API with its methods.
 *
 * @param path as API Gateway writes it, such as {@code /user/{proxy+}}
 * @param methods by HTTP method, {@code ANY} among them
 */
record Route(String id, String path, List<Segment> segments, Map<String, ApiMethod> methods) {

  static Route of(String id, String path, Map<String, ApiMethod> methods) {
    return new Route(id, path, Segment.ofPattern(path), Map.copyOf(methods));
  }

  Optional<ApiMethod> method(String httpMethod) {
    return Optional.ofNullable(methods.get(httpMethod))
        .or(() -> Optional.ofNullable(methods.get("ANY")));
  }
}
