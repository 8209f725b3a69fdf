package dev.gatehouse.local.control;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A method and a path with what answers them.
 *
 * @param path the path as OpenAPI writes it, with parameters in braces
 */
public record Route(
    String method, String path, Pattern pattern, Function<RoutedRequest, Response> response) {

  /** Creates a route. */
  public static Route of(String method, String path, Function<RoutedRequest, Response> response) {
    return new Route(
        method, path, Pattern.compile(path.replaceAll("\\{\\w+}", "([^/]+)")), response);
  }

  /** Returns the request with its path parameters, or null if the path is another. */
  @Nullable RoutedRequest match(Request request) {
    Matcher match = pattern.matcher(request.path());
    if (!match.matches()) {
      return null;
    }
    List<String> parameters = new ArrayList<>();
    for (int i = 1; i <= match.groupCount(); i++) {
      // A plus means a space only in forms.
      parameters.add(URLDecoder.decode(match.group(i).replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return new RoutedRequest(request, parameters);
  }

  boolean takes(String requested) {
    return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
  }
}
