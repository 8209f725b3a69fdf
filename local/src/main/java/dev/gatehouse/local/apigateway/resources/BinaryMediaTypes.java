package dev.gatehouse.local.apigateway.resources;

import java.util.List;
import java.util.Locale;

/** The media types that are Base64 text between the gateway and a function. */
public record BinaryMediaTypes(List<String> types) {

  /** Returns whether the first media type of a header is one of them. */
  public boolean matches(String header) {
    String type = header.split("[;,]", 2)[0].strip().toLowerCase(Locale.ROOT);
    String family = type.split("/", 2)[0] + "/*";
    return types.stream()
        .map(each -> each.toLowerCase(Locale.ROOT))
        .anyMatch(each -> each.equals("*/*") || each.equals(type) || each.equals(family));
  }
}
