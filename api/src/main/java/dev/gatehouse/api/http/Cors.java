package dev.gatehouse.api.http;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The origins that may call the API from a browser (CORS), and their response headers.
 *
 * @param origins the allowed origins, {@code http://localhost:*} for every port of a host and
 *     {@code *} for all; empty by default
 */
public record Cors(List<String> origins) {
  /** What a page may read besides the CORS-safelisted response headers. */
  private static final String EXPOSED = "ETag, Location, Retry-After";

  /** No allowed origin. */
  public static final Cors NONE = new Cors(List.of());

  private static final String SETTING = "CORS_ORIGINS";
  private static final String ORIGIN = "\\*|https?://[a-z0-9.-]+(:(\\d{1,5}|\\*))?";
  private static final Pattern PORT = Pattern.compile("(:\\d{1,5})?$");

  /**
   * Returns the allowed origins, separated by commas in the setting.
   *
   * @throws InvalidSetting if one is malformed
   */
  public static Cors from(FunctionSettings settings) {
    List<String> origins =
        Arrays.stream(settings.optional(SETTING, "").split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    if (!origins.stream().allMatch(origin -> origin.matches(ORIGIN))) {
      throw new InvalidSetting(
          SETTING, "must be origins like https://www.example.com or http://localhost:*");
    }
    return new Cors(origins);
  }

  /** Returns whether a request is a preflight request that this function has to response. */
  public boolean isPreflight(Request request) {
    return !origins.isEmpty()
        && request.method().equals("OPTIONS")
        && request.header("access-control-request-method") != null;
  }

  /**
   * Returns the response to a preflight request.
   *
   * @param methods the methods of the path
   * @param headers the request headers that its routes read
   */
  public Response preflight(Request request, List<String> methods, List<String> headers) {
    Response response = new Response(204, Map.of("Vary", "Origin"), "", Response.LogNote.EMPTY);
    if (!allowed(request.header("origin"))) {
      return response;
    }
    Response allowed =
        withAllowedOrigin(request, response)
            .with("Access-Control-Allow-Methods", String.join(", ", methods))
            .with("Access-Control-Max-Age", "600");
    return headers.isEmpty()
        ? allowed
        : allowed.with("Access-Control-Allow-Headers", String.join(", ", headers));
  }

  /** Returns a response with the headers that let an allowed origin read it. */
  public Response apply(Request request, Response response) {
    if (origins.isEmpty()) {
      return response;
    }
    Response varied = response.with("Vary", "Origin");
    return allowed(request.header("origin"))
        ? withAllowedOrigin(request, varied).with("Access-Control-Expose-Headers", EXPOSED)
        : varied;
  }

  private boolean allowed(@Nullable String origin) {
    return origin != null
        && (origins.contains("*")
            || origins.contains(origin)
            || origins.contains(PORT.matcher(origin).replaceFirst(":*")));
  }

  private Response withAllowedOrigin(Request request, Response response) {
    String origin = origins.contains("*") ? "*" : String.valueOf(request.header("origin"));
    return response.with("Access-Control-Allow-Origin", origin);
  }
}
