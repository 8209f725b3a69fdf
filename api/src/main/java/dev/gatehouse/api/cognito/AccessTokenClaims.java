package dev.gatehouse.api.cognito;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.lambda.json.EventJson;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The claims of an access token, which are read without verifying the token. */
public record AccessTokenClaims(String userPoolId, String clientId, String sub) {
  /** Header, claims and signature (RFC 7515, section 3.1). */
  private static final int PARTS = 3;

  /**
   * Returns the claims of a token that Cognito has verified.
   *
   * <p>No JWT library is needed, since there is nothing left to verify.
   */
  public static AccessTokenClaims of(String accessToken) {
    return of(parse(accessToken));
  }

  /**
   * Returns the claims of a token that Cognito has verified.
   *
   * @param claims null if it is malformed
   */
  static AccessTokenClaims of(@Nullable JwtClaims claims) {
    if (claims == null) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    String issuer = present(claims.iss());
    return new AccessTokenClaims(
        issuer.substring(issuer.lastIndexOf('/') + 1),
        present(claims.clientId()),
        present(claims.sub()));
  }

  /** Returns the claims of a token that nobody has verified yet, or null if it is malformed. */
  static @Nullable JwtClaims parse(String token) {
    String[] parts = token.split("\\.", -1);
    try {
      if (parts.length != PARTS || !Stream.of(parts).allMatch(AccessTokenClaims::isCanonical)) {
        return null;
      }
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      return EventJson.jsonb()
          .type(JwtClaims.class)
          .fromJson(new String(claims, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonException malformed) {
      return null;
    }
  }

  /**
   * Returns whether a part has the one spelling of base64url (RFC 7515, section 2): without
   * padding, and with zeros in the bits that are left. A decoder accepts others, and a denylist of
   * tokens would not.
   */
  private static boolean isCanonical(String part) {
    byte[] octets = Base64.getUrlDecoder().decode(part);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(part);
  }

  private static String present(@Nullable String claim) {
    if (claim == null) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return claim;
  }

  /** The claims as they stand in the token. */
  @Json
  public record JwtClaims(
      @Nullable String iss,
      @Json.Property("client_id") @Nullable String clientId,
      @Json.Property("token_use") @Nullable String tokenUse,
      @Nullable String sub) {

    /** Returns whether the token says that it is an ID token: only for the name of an error. */
    boolean isOfIdToken() {
      return "id".equals(tokenUse);
    }
  }
}
