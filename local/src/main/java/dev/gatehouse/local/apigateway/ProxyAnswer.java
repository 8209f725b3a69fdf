package dev.gatehouse.local.apigateway;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what a function answered; anything but the documented shape is a 502, as on AWS. */
final class ProxyAnswer {

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");

  /** Says that the answer has not the shape of a proxy response. */
  private static final class Malformed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private ProxyAnswer() {}

  /** Returns what the function wants answered, or nothing if it did not say it properly. */
  static Optional<Response> of(String payload, Request request, BinaryMediaTypes binary) {
    try {
      if (!(JsonParser.parseString(payload) instanceof JsonObject answer)) {
        return Optional.empty();
      }
      String text = text(answer.get("body"));
      boolean encoded =
          answer.get("isBase64Encoded") instanceof JsonPrimitive is && is.getAsBoolean();
      boolean decode = encoded && binary.matches(request.header("Accept").orElse(""));
      byte[] body =
          decode ? Base64.getDecoder().decode(text) : text.getBytes(StandardCharsets.UTF_8);
      return Optional.of(new Response(status(answer.get("statusCode")), headers(answer), body));
    } catch (Malformed | JsonParseException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int status(@Nullable JsonElement code) {
    int status = code instanceof JsonPrimitive number && number.isNumber() ? number.getAsInt() : 0;
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

  /** The single values come first; a value in both lists goes out once. */
  private static Map<String, List<String>> headers(JsonObject answer) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    object(answer, "headers").forEach((name, value) -> add(headers, name, value));
    object(answer, "multiValueHeaders")
        .forEach((name, values) -> {
          if (!(values instanceof JsonArray several)) {
            throw new Malformed();
          }
          several.forEach(value -> add(headers, name, value));
        });
    headers.computeIfAbsent("Content-Type", any -> List.of("application/json"));
    return headers;
  }

  private static void add(Map<String, List<String>> headers, String name, JsonElement value) {
    String text = text(value);
    if (!HEADER_NAME.matcher(name).matches() || text.chars().anyMatch(c -> c < ' ' && c != '\t')) {
      throw new Malformed();
    }
    List<String> values = headers.computeIfAbsent(sentAs(name), any -> new ArrayList<>());
    if (ForwardedHeaders.mayGoBack(name.toLowerCase(Locale.ROOT)) && !values.contains(text)) {
      values.add(text);
    }
  }

  /** AWS keeps this one for itself, and sends on what a function says under another name. */
  private static String sentAs(String name) {
    return name.equalsIgnoreCase("WWW-Authenticate") ? "x-amzn-Remapped-WWW-Authenticate" : name;
  }

  private static Map<String, JsonElement> object(JsonObject answer, String key) {
    JsonElement value = answer.get(key);
    if (value == null || value.isJsonNull()) {
      return Map.of();
    }
    if (value instanceof JsonObject object) {
      return object.asMap();
    }
    throw new Malformed();
  }
}
