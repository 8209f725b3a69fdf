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

/** Is what a client posts on its own, not through a browser. */
record ClientForm(Request request, Map<String, List<String>> fields) {
  private static final String BASIC = "Basic ";

  /** Reads a form; throws {@link OAuthError} if this is none. */
  static ClientForm of(Request request) {
    String type = request.header("Content-Type").orElse("");
    if (!type.startsWith("application/x-www-form-urlencoded")) {
      throw OAuthError.of("invalid_request");
    }
    try {
      return new ClientForm(request, UrlEncoded.decode(request.text()));
    } catch (IllegalArgumentException e) {
      throw OAuthError.of("invalid_request");
    }
  }

  Optional<String> optional(String name) {
    return Optional.ofNullable(fields.get(name))
        .map(List::getFirst)
        .filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return optional(name).orElseThrow(() -> OAuthError.of("invalid_request"));
  }

  /** Returns the client that posted this; throws {@link OAuthError} if it cannot prove it. */
  AppClient client(Domains domains) {
    Optional<String[]> basic = request.header("Authorization").map(ClientForm::credentials);
    String clientId = basic.map(pair -> pair[0]).orElseGet(() -> required("client_id"));
    Optional<String> secret = basic.map(pair -> pair[1]).or(() -> optional("client_secret"));
    return domains
        .client(clientId)
        .filter(app -> proves(app, secret))
        .orElseThrow(() -> OAuthError.of("invalid_client"));
  }

  private static boolean proves(AppClient app, Optional<String> given) {
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
      throw OAuthError.of("invalid_client");
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw OAuthError.of("invalid_client");
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
