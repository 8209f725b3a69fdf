package dev.gatehouse.integrationtests.hosted;

import dev.gatehouse.integrationtests.clients.TextResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** An OAuth 2.0 client of the token endpoints, with PKCE. */
final class OAuthClient {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final HostedPagesEmulator hosted;
  private final String verifier = "verifier-of-this-test-" + "0123456789".repeat(3);

  OAuthClient(HostedPagesEmulator hosted) {
    this.hosted = hosted;
  }

  /** Returns the query parameters of the PKCE code challenge. */
  String challenge() {
    try {
      byte[] sha =
          MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.UTF_8));
      return "&code_challenge_method=S256&code_challenge="
          + Base64.getUrlEncoder().withoutPadding().encodeToString(sha);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Exchanges the code of a callback URL for tokens. */
  TextResponse redeem(URI callback) {
    return post(
        "/oauth2/token",
        Map.of(
            "grant_type",
            "authorization_code",
            "code",
            parameter(callback, "code"),
            "redirect_uri",
            hosted.app().signedIn().toString(),
            "code_verifier",
            verifier));
  }

  TextResponse refresh(String refreshToken) {
    return post(
        "/oauth2/token", Map.of("grant_type", "refresh_token", "refresh_token", refreshToken));
  }

  TextResponse revoke(String refreshToken) {
    return post("/oauth2/revoke", Map.of("token", refreshToken));
  }

  TextResponse userInfo(String accessToken) {
    return send(
        HttpRequest.newBuilder(hosted.emulator().aws().resolve("/oauth2/userInfo"))
            .header("Authorization", "Bearer " + accessToken));
  }

  /** Returns a query parameter of a URL, empty if there is none. */
  static String parameter(URI address, String name) {
    return Arrays.stream(String.valueOf(address.getRawQuery()).split("&"))
        .filter(pair -> pair.startsWith(name + "="))
        .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }

  static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private TextResponse post(String path, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>(fields);
    all.put("client_id", hosted.emulator().info("userPoolClientId"));
    return send(
        HttpRequest.newBuilder(hosted.emulator().aws().resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form(all))));
  }

  private static TextResponse send(HttpRequest.Builder request) {
    try {
      return TextResponse.of(
          HTTP.send(request.timeout(Duration.ofSeconds(60)).build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
