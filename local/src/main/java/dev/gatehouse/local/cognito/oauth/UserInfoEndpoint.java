package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier;
import dev.gatehouse.local.cognito.tokens.AccessTokenVerifier.Bearer;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Optional;
import java.util.regex.Pattern;

/** The userInfo endpoint of OpenID Connect: {@code GET /oauth2/userInfo}. */
public final class UserInfoEndpoint implements Service {
  private static final Pattern BEARER = Pattern.compile("(?i)Bearer\\s+(\\S+)");

  private final AccessTokenVerifier tokens;

  /** Creates the endpoint. */
  public UserInfoEndpoint(AccessTokenVerifier tokens) {
    this.tokens = tokens;
  }

  @Override
  public Response handle(Request request) {
    Optional<String> token =
        request
            .header("Authorization")
            .map(BEARER::matcher)
            .filter(header -> header.matches())
            .map(header -> header.group(1));
    if (token.isEmpty()) {
      return error(400, "invalid_request", "Bad OAuth2 request at UserInfo Endpoint");
    }
    try {
      return OAuthResponses.success(claims(tokens.verify(token.get(), "openid")));
    } catch (AwsException e) {
      return error(
          401,
          "invalid_token",
          "Access token is expired, disabled, or deleted, or the user has globally signed out.");
    }
  }

  /** Returns the claims; all are strings, the verified flags too. */
  private static JsonObject claims(Bearer bearer) {
    JsonObject claims = new JsonObject();
    bearer.user().attributes().entrySet().stream()
        .filter(attribute -> bearer.app().settings().canRead(attribute.getKey()))
        .filter(attribute -> bearer.scopes().allow(attribute.getKey()))
        .forEach(attribute -> claims.addProperty(attribute.getKey(), attribute.getValue()));
    claims.addProperty("username", bearer.user().username());
    return claims;
  }

  private static Response error(int status, String error, String description) {
    return OAuthResponses.error(OAuthException.of(error).withStatus(status))
        .with(
            "WWW-Authenticate",
            "error=\"%s\", error_description=\"%s\"".formatted(error, description));
  }
}
