package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Session;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.tokens.Seal;
import dev.gatehouse.local.cognito.tokens.Seal.Kind;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Input;
import dev.gatehouse.local.cognito.wire.Shape;
import java.text.ParseException;
import java.util.Optional;

/** Revokes a refresh token and every token that came of the same sign-in. */
record RevokeToken(UserPools pools) implements Operation {

  @Override
  public Shape shape() {
    return Shape.with()
        .required("Token", Shape.TOKEN)
        .required("ClientId", Shape.CLIENT_ID)
        .optional("ClientSecret", Shape.SECRET)
        .shape();
  }

  @Override
  public JsonObject answer(Input input) {
    AppClient app =
        pools
            .findClient(input.text("ClientId"))
            .orElseThrow(() -> CognitoError.unauthorized("Invalid client"));
    checkSecret(app, input.optional("ClientSecret"));
    if (!app.settings().revocation()) {
      throw new CognitoError(
          "UnsupportedOperationException", "Token revocation is not enabled for this client.");
    }
    String token = input.text("Token");
    if (isSigned(token)) {
      throw new CognitoError("UnsupportedTokenTypeException", "Only refresh tokens are revoked.");
    }
    app.pool().sessions().revoke(session(app, token));
    return new JsonObject();
  }

  private static void checkSecret(AppClient app, Optional<String> given) {
    String secret = app.client().secret();
    if (secret != null && !given.filter(secret::equals).isPresent()) {
      throw CognitoError.unauthorized("Invalid client secret");
    }
  }

  private static Session session(AppClient app, String token) {
    return Seal.open(app.pool(), Kind.REFRESH, token)
        .flatMap(sealed -> app.pool().sessions().find(sealed.id()))
        .filter(session -> session.clientId().equals(app.id()))
        .orElseThrow(() -> CognitoError.unauthorized("Invalid Refresh Token"));
  }

  /** Access and ID tokens are signed, refresh tokens are sealed. */
  private static boolean isSigned(String token) {
    try {
      SignedJWT.parse(token);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }
}
