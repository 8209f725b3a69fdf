package dev.gatehouse.local.apigateway;

import java.util.List;
import java.util.Locale;

/** Knows which media types travel as Base64 between the gateway and a function. */
record BinaryMediaTypes(List<String> types) {

  /** Says whether the first media type of this header is one of them. */
  boolean matches(String header) {
    String type = header.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    String family = type.split("/", 2)[0] + "/*";
    return types.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.equals("*/*") || each.equals(type) || each.equals(family));
  }
}
