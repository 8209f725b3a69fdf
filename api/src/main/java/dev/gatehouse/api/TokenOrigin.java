package dev.gatehouse.api;

import dev.gatehouse.functions.EventJson;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Says which pool and client an access token comes from, and whose it is; it checks nothing. */
record TokenOrigin(String userPoolId, String clientId, String sub) {
  /** Header, claims and signature (RFC 7515, section 3.1). */
  private static final int PARTS = 3;

  /**
   * Reads the claims of a token that Cognito has just accepted.
   *
   * <p>Nothing is left to verify, so a library for JWT would be there to split a text at its dots.
   */
  static TokenOrigin of(String accessToken) {
    Claims claims = claims(accessToken);
    String issuer = present(claims.iss());
    return new TokenOrigin(
        issuer.substring(issuer.lastIndexOf('/') + 1),
        present(claims.clientId()),
        present(claims.sub()));
  }

  private static Claims claims(String accessToken) {
    String[] parts = accessToken.split("\\.", -1);
    if (parts.length != PARTS) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return EventJson.jsonb()
          .type(Claims.class)
          .fromJson(new String(claims, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonException malformed) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
  }

  private static String present(@Nullable String claim) {
    if (claim == null) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return claim;
  }

  /** Is what an access token says of itself, as far as it matters here. */
  @Json
  record Claims(
      @Nullable String iss,
      @Json.Property("client_id") @Nullable String clientId,
      @Nullable String sub) {}
}
