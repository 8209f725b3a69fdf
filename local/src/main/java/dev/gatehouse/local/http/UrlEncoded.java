package dev.gatehouse.local.http;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The format of query strings and forms, {@code application/x-www-form-urlencoded}. */
public final class UrlEncoded {

  private UrlEncoded() {}

  /**
   * Returns the values of each name, in the order sent; throws {@link IllegalArgumentException} for
   * a malformed percent escape.
   */
  public static Map<String, List<String>> decode(@Nullable String encoded) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    if (encoded == null) {
      return fields;
    }
    for (String pair : encoded.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        fields.computeIfAbsent(text(name), any -> new ArrayList<>()).add(text(value));
      }
    }
    return fields;
  }

  /** Returns the pairs as a query string or the body of a form. */
  public static String encode(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static String text(String encoded) {
    return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
  }
}
