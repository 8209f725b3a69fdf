package dev.gatehouse.api.cognito;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.lambda.json.EventJson;
import io.avaje.json.JsonException;
import io.avaje.jsonb.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
    JwtClaims claims = claims(accessToken);
    String issuer = present(claims.iss());
    return new AccessTokenClaims(
        issuer.substring(issuer.lastIndexOf('/') + 1),
        present(claims.clientId()),
        present(claims.sub()));
  }

  /**
   * Returns whether a token says that it is an ID token. The token is not verified: use this for
   * the name of an error only.
   */
  static boolean isIdToken(String token) {
    try {
      return "id".equals(claims(token).tokenUse());
    } catch (RequestRefused malformed) {
      return false;
    }
  }

  private static JwtClaims claims(String accessToken) {
    String[] parts = accessToken.split("\\.", -1);
    if (parts.length != PARTS) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    try {
      byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
      for (String part : parts) {
        requireCanonical(part);
      }
      return EventJson.jsonb()
          .type(JwtClaims.class)
          .fromJson(new String(claims, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException | JsonException malformed) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
  }

  /**
   * Requires the one spelling of base64url (RFC 7515, section 2): without padding, and with zeros
   * in the bits that are left. A decoder accepts others, and a denylist of tokens would not.
   */
  private static void requireCanonical(String part) {
    byte[] octets = Base64.getUrlDecoder().decode(part);
    if (!Base64.getUrlEncoder().withoutPadding().encodeToString(octets).equals(part)) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
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
      @Nullable String sub) {}
}
