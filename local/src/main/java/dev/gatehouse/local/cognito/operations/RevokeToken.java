package dev.gatehouse.local.cognito.operations;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Operation;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.protocol.MemberConstraints;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.jws.CompactJws;
import java.text.ParseException;
import java.util.Optional;

/** The operation that revokes a refresh token and all tokens of the same sign-in. */
public record RevokeToken(UserPools pools) implements Operation {

  @Override
  public RequestShape shape() {
    return RequestShape.builder()
        .required("Token", MemberConstraints.TOKEN)
        .required("ClientId", MemberConstraints.CLIENT_ID)
        .optional("ClientSecret", MemberConstraints.CLIENT_SECRET)
        .build();
  }

  @Override
  public JsonObject execute(AwsRequest request) {
    AppClient app =
        pools
            .findClient(request.text("ClientId"))
            .orElseThrow(() -> CognitoErrors.unauthorized("Invalid client"));
    checkSecret(app, request.optional("ClientSecret"));
    if (!app.settings().tokenRevocation()) {
      throw new AwsException(
          "UnsupportedOperationException", "Token revocation is not enabled for this client.");
    }
    String token = request.text("Token");
    if (isSigned(token)) {
      throw new AwsException("UnsupportedTokenTypeException", "Only refresh tokens are revoked.");
    }
    app.pool().sessions().revoke(session(app, token));
    return new JsonObject();
  }

  private static void checkSecret(AppClient app, Optional<String> given) {
    String secret = app.client().secret();
    if (secret != null && !given.filter(secret::equals).isPresent()) {
      throw CognitoErrors.unauthorized("Invalid client secret");
    }
  }

  private static SignInSession session(AppClient app, String token) {
    return EncryptedTokens.decrypt(app.pool(), Kind.REFRESH, token)
        .flatMap(payload -> app.pool().sessions().find(payload.id()))
        .filter(session -> session.clientId().equals(app.id()))
        .orElseThrow(() -> CognitoErrors.unauthorized("Invalid Refresh Token"));
  }

  /**
   * The operation that returns whether this is an access or ID token; refresh tokens are encrypted.
   */
  private static boolean isSigned(String token) {
    try {
      CompactJws.parse(token);
      return true;
    } catch (ParseException e) {
      return false;
    }
  }
}
