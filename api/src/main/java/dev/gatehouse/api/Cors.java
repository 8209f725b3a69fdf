package dev.gatehouse.api;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets pages of other origins call from a browser.
 *
 * @param origins which may; {@code *} alone is all, and none is how it begins
 */
record Cors(List<String> origins) {
  /** Lets no page of another origin call. */
  static final Cors NONE = new Cors(List.of());

  private static final String SETTING = "CORS_ORIGINS";
  private static final String ORIGIN = "\\*|https?://[a-z0-9.-]+(:\\d{1,5})?";

  /** Reads the origins, separated by commas; throws if one is none. */
  static Cors from(Map<String, String> environment) {
    List<String> origins =
        Arrays.stream(environment.getOrDefault(SETTING, "").split(",", -1))
            .map(String::strip)
            .filter(origin -> !origin.isEmpty())
            .toList();
    if (!origins.stream().allMatch(origin -> origin.matches(ORIGIN))) {
      throw new IllegalStateException(SETTING + " must be origins like https://www.example.com");
    }
    return new Cors(origins);
  }

  /** Returns whether a browser asks with this request what it may send. */
  boolean isPreflight(Request request) {
    return !origins.isEmpty()
        && request.method().equals("OPTIONS")
        && request.header("access-control-request-method") != null;
  }

  /** Returns the answer to such a question. */
  Response preflight(Request request) {
    Response answer = new Response(204, Map.of("Vary", "Origin"), "", Response.Note.NOTHING);
    return allowed(request.header("origin"))
        ? admitted(request, answer)
            .with("Access-Control-Allow-Methods", "GET, PATCH, POST")
            .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
            .with("Access-Control-Max-Age", "600")
        : answer;
  }

  /** Returns the answer as a page of the request's origin may read it. */
  Response admit(Request request, Response answer) {
    if (origins.isEmpty()) {
      return answer;
    }
    Response varied = answer.with("Vary", "Origin");
    return allowed(request.header("origin"))
        ? admitted(request, varied).with("Access-Control-Expose-Headers", "Retry-After")
        : varied;
  }

  private boolean allowed(@Nullable String origin) {
    return origin != null && (origins.contains("*") || origins.contains(origin));
  }

  private Response admitted(Request request, Response answer) {
    String origin = origins.contains("*") ? "*" : String.valueOf(request.header("origin"));
    return answer.with("Access-Control-Allow-Origin", origin);
  }
}
