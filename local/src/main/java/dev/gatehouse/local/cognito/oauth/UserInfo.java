package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.tokens.AccessTokens;
import dev.gatehouse.local.cognito.tokens.AccessTokens.Bearer;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells the bearer of an access token who they are: {@code GET /oauth2/userInfo}. */
public final class UserInfo implements Service {
  private static final Pattern BEARER = Pattern.compile("(?i)Bearer\\s+(\\S+)");

  private final AccessTokens tokens;

  /** Takes what finds out who stands behind a token. */
  public UserInfo(AccessTokens tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response answer(Request request) {
    Optional<String> token =
        request
            .header("Authorization")
            .map(BEARER::matcher)
            .filter(header -> header.matches())
            .map(header -> header.group(1));
    if (token.isEmpty()) {
      return refused(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
    }
    try {
      return ClientAnswers.ok(shown(tokens.check(token.get(), "openid")));
    } catch (CognitoError e) {
      return refused(
          401,
          "invalid_token",
          "Access token is expired, disabled, or deleted, or the user has globally signed out.");
    }
  }

  /** Everything is text here, even whether an address is verified. */
  private static JsonObject shown(Bearer bearer) {
    JsonObject claims = new JsonObject();
    bearer.user().attributes().entrySet().stream()
        .filter(attribute -> bearer.app().settings().reads(attribute.getKey()))
        .filter(attribute -> bearer.scopes().show(attribute.getKey()))
        .forEach(attribute -> claims.addProperty(attribute.getKey(), attribute.getValue()));
    claims.addProperty("username", bearer.user().username());
    return claims;
  }

  private static Response refused(int status, String error, String description) {
    return ClientAnswers.error(OAuthError.of(error).with(status))
        .with(
            "WWW-Authenticate",
            "error=\"%s\", error_description=\"%s\"".formatted(error, description));
  }
}
