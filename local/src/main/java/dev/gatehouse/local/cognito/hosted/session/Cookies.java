package dev.gatehouse.local.cognito.hosted.session;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** HttpOnly cookies that other sites' forms do not send. */
public final class Cookies {
  private static final String ATTRIBUTES = "; Path=/; HttpOnly; SameSite=Lax";

  private Cookies() {}

  /** Returns the value of a cookie of the request. */
  public static Optional<String> find(Request request, String name) {
    return request
        .header("Cookie")
        .flatMap(
            header ->
                Arrays.stream(header.split(";", -1))
                    .map(String::strip)
                    .filter(cookie -> cookie.startsWith(name + "="))
                    .map(cookie -> cookie.substring(name.length() + 1))
                    .findFirst());
  }

  /** Returns the response with this cookie set. */
  public static Response set(Response response, String name, String value) {
    return add(response, name + "=" + value + ATTRIBUTES);
  }

  /** Returns the response with this cookie removed. */
  public static Response remove(Response response, String name) {
    return add(response, name + "=; Max-Age=0" + ATTRIBUTES);
  }

  private static Response add(Response response, String cookie) {
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
    List<String> cookies = new ArrayList<>(headers.getOrDefault("Set-Cookie", List.of()));
    cookies.add(cookie);
    headers.put("Set-Cookie", cookies);
    return new Response(response.status(), headers, response.body());
  }
}
