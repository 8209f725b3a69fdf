package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.users.CognitoUser;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The claims of the access token that the authorizer verified, with the header it came in. */
public record TokenClaims(String sub, @Nullable String authorization) {
  /** API Gateway's authorizer accepts the token with and without the scheme. */
  private static final Pattern BEARER = Pattern.compile("(?i:Bearer +)?(\\S+)");

  /**
   * Returns the claims of a request.
   *
   * @throws RequestRefused if the authorizer verified no access token
   */
  public static TokenClaims of(Request request) {
    String sub = request.claim("sub");
    if (sub == null) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    if (!"access".equals(request.claim("token_use"))) {
      throw RequestRefused.because(Problem.ACCESS_TOKEN_REQUIRED);
    }
    return new TokenClaims(sub, request.header("authorization"));
  }

  /**
   * Returns the token in the header.
   *
   * @throws RequestRefused if there is none
   */
  public String accessToken() {
    Matcher bearer = BEARER.matcher(authorization == null ? "" : authorization.strip());
    if (!bearer.matches()) {
      throw RequestRefused.because(Problem.TOKEN_MISSING);
    }
    return bearer.group(1);
  }

  /**
   * Returns the user of the token in the header, which the pool verifies.
   *
   * @throws RequestRefused if the pool refuses the token, or it belongs to another user
   */
  public CognitoUser user(UserPool pool) {
    CognitoUser user = pool.getUser(accessToken());
    if (!user.sub().equals(sub)) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return user;
  }

  /** Returns a text without the token. */
  @Override
  public String toString() {
    return "TokenClaims[sub=" + sub + "]";
  }
}
