package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads and sets cookies that no script sees and no other site sends along. */
final class Cookies {
  private static final String RULES = "; Path=/; HttpOnly; SameSite=Lax";

  private Cookies() {}

  static Optional<String> find(Request request, String name) {
    return request
        .header("Cookie")
        .flatMap(header ->
            Arrays.stream(header.split(";", -1))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst());
  }

  static Response set(Response response, String name, String value) {
    return add(response, name + "=" + value + RULES);
  }

  static Response remove(Response response, String name) {
    return add(response, name + "=; Max-Age=0" + RULES);
  }

  private static Response add(Response response, String cookie) {
    Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
    List<String> cookies = new ArrayList<>(headers.getOrDefault("Set-Cookie", List.of()));
    cookies.add(cookie);
    headers.put("Set-Cookie", cookies);
    return new Response(response.status(), headers, response.body());
  }
}
