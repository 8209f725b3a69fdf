package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.UrlEncoded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A form that an app client posts to an OAuth endpoint. */
record ClientRequest(Request request, Map<String, List<String>> fields) {
  private static final String BASIC = "Basic ";

  /** Parses a form; throws {@link OAuthException} if the body is not one. */
  static ClientRequest of(Request request) {
    String type = request.header("Content-Type").orElse("");
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw OAuthException.of("invalid_request");
    }
    try {
      return new ClientRequest(request, UrlEncoded.decode(request.text()));
    } catch (IllegalArgumentException e) {
      throw OAuthException.of("invalid_request");
    }
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name))
        .map(List::getFirst)
        .filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> OAuthException.of("invalid_request"));
  }

  /** Returns the authenticated app client; throws {@link OAuthException} for wrong credentials. */
  AppClient authenticate(UserPoolDomains domains) {
    Optional<String[]> basic = request.header("Authorization").map(ClientRequest::credentials);
    String clientId = basic.map(pair -> pair[0]).orElseGet(() -> required("client_id"));
    Optional<String> secret = basic.map(pair -> pair[1]).or(() -> optional("client_secret"));
    return domains
        .client(clientId)
        .filter(app -> secretMatches(app, secret))
        .orElseThrow(() -> OAuthException.of("invalid_client"));
  }

  private static boolean secretMatches(AppClient app, Optional<String> given) {
    String secret = app.client().secret();
    if (secret == null) {
      return given.isEmpty();
    }
    return given.isPresent() && MessageDigest.isEqual(bytes(secret), bytes(given.get()));
  }

  private static String[] credentials(String header) {
    try {
      byte[] pair = Base64.getDecoder().decode(header.substring(BASIC.length()).strip());
      String[] credentials = new String(pair, StandardCharsets.UTF_8).split(":", 2);
      if (header.startsWith(BASIC) && credentials.length == 2) {
        return credentials;
      }
      throw OAuthException.of("invalid_client");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw OAuthException.of("invalid_client");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
