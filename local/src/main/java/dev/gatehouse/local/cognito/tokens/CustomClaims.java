package dev.gatehouse.local.cognito.tokens;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.ToNumberPolicy;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.cognito.triggers.TokenChanges.ClaimChanges;
import java.util.Set;

/** The claims of a token after the changes of the PreTokenGeneration trigger. */
final class CustomClaims {
  /** The claims that the Developer Guide excludes from changes. */
  private static final Set<String> FIXED =
      Set.of(
          "acr",
          "amr",
          "at_hash",
          "aud",
          "auth_time",
          "azp",
          "client_id",
          "cognito:username",
          "exp",
          "iat",
          "identities",
          "iss",
          "jti",
          "nbf",
          "nonce",
          "origin_jti",
          "event_id",
          "scope",
          "sub",
          "token_use",
          "username");

  private static final Gson GSON =
      new GsonBuilder().setObjectToNumberStrategy(ToNumberPolicy.LONG_OR_DOUBLE).create();

  private CustomClaims() {}

  /** Applies the changes; those of fixed claims have no effect. */
  static void apply(ClaimChanges changes, JWTClaimsSet.Builder claims) {
    changes.suppress().stream()
        .filter(name -> !FIXED.contains(name))
        .forEach(name -> claims.claim(name, null));
    changes
        .add()
        .forEach(
            (name, value) -> {
              if (!FIXED.contains(name)) {
                claims.claim(name, GSON.fromJson(value, Object.class));
              }
            });
  }
}
