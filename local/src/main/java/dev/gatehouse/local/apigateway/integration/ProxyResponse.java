package dev.gatehouse.local.apigateway.integration;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.apigateway.resources.BinaryMediaTypes;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The response of a Lambda proxy integration. No member is required; another member, or a value of
 * another type, is status 502, as on AWS.
 */
public final class ProxyResponse {

  private static final Set<String> MEMBERS =
      Set.of("statusCode", "headers", "multiValueHeaders", "body", "isBase64Encoded");
  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** A payload without the shape of a proxy response. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private ProxyResponse() {}

  /** Returns the response in a payload, or an empty Optional if the payload is malformed. */
  public static Optional<Response> of(String payload, Request request, BinaryMediaTypes binary) {
    try {
      if (!(JsonParser.parseString(payload) instanceof JsonObject response)
          || !MEMBERS.containsAll(response.keySet())) {
        return Optional.empty();
      }
      String text = text(response.get("body"));
      boolean encoded =
          response.get("isBase64Encoded") instanceof JsonPrimitive is && is.getAsBoolean();
      boolean decode = encoded && binary.matches(request.header("Accept").orElse(""));
      byte[] body =
          decode ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(new Response(status(response.get("statusCode")), headers(response), body));
    } catch (Malformed | JsonParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int status(@Nullable JsonElement code) {
    if (code == null || code.isJsonNull()) {
      return 200;
    }
    // A number or its text: getAsInt throws a NumberFormatException for another text.
    if (!(code instanceof JsonPrimitive number) || number.isBoolean()) {
      throw new Malformed();
    }
    int status = number.getAsInt();
    if (status < 200 || status > 599) {
      throw new Malformed();
    }
    return status;
  }

  private static String text(@Nullable JsonElement value) {
    if (value == null || value.isJsonNull()) {
      return "";
    }
    if (value instanceof JsonPrimitive text && text.isString()) {
      return text.getAsString();
    }
    throw new Malformed();
  }

  /** Returns multiple values before single ones; a value in both is sent once. */
  private static Map<String, List<String>> headers(JsonObject response) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    object(response, "multiValueHeaders")
        .forEach(
            (name, values) -> {
              if (!(values instanceof JsonArray several)) {
                throw new Malformed();
              }
              several.forEach(value -> add(headers, name, value));
            });
    object(response, "headers").forEach((name, value) -> add(headers, name, value));
    headers.computeIfAbsent("Content-Type", any -> List.of("application/json"));
    return headers;
  }

  private static void add(Map<String, List<String>> headers, String name, JsonElement value) {
    String text =
        value instanceof JsonPrimitive flag && flag.isBoolean() ? flag.getAsString() : text(value);
    if (!HEADER_NAME.matcher(name).matches() || text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new Malformed();
    }
    List<String> values = headers.computeIfAbsent(sentName(name), any -> new ArrayList<>());
    if (ProxyHeaders.isForwarded(name.toLowerCase(Locale.ROOT)) && !values.contains(text)) {
      values.add(text);
    }
  }

  /** AWS reserves WWW-Authenticate and sends a function's header under another name. */
  private static String sentName(String name) {
    return name.equalsIgnoreCase("WWW-Authenticate") ? "x-amzn-Remapped-WWW-Authenticate" : name;
  }

  private static Map<String, JsonElement> object(JsonObject response, String key) {
    JsonElement value = response.get(key);
    if (value == null || value.isJsonNull()) {
      return Map.of();
    }
    if (value instanceof JsonObject object) {
      return object.asMap();
    }
    throw new Malformed();
  }
}
