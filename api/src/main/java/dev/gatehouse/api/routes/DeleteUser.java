package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.UserErasure;
import java.time.Clock;
import java.util.List;

/**
 * The route {@code DELETE /user}: erases the user whose token the authorizer verified.
 *
 * <p>Cognito's user goes last, since only its token can repeat the request: after a failure of any
 * step, the same request completes the erasure, or finds that nothing is left.
 */
public final class DeleteUser implements Route {
  private static final String USER_IS_GONE = "UserNotFoundException";

  private final UserErasure erasure;
  private final UserPool pool;
  private final Clock clock;

  /** Creates the route. */
  public DeleteUser(UserErasure erasure, UserPool pool, Clock clock) {
    this.erasure = erasure;
    this.pool = pool;
    this.clock = clock;
  }

  @Override
  public String method() {
    return "DELETE";
  }

  @Override
  public String path() {
    return "/user";
  }

  @Override
  public List<String> requestHeaders() {
    return List.of("Authorization");
  }

  @Override
  public Response handle(Request request) {
    TokenClaims claims = TokenClaims.of(request);
    Response response = Response.noContent().about(claims.sub());
    try {
      erase(claims.user(pool), claims);
    } catch (RequestRefused refused) {
      // The tombstone tells a user whom an earlier request erased from one deleted otherwise.
      if (refused.isCausedBy(USER_IS_GONE) && erasure.users().isErased(claims.sub())) {
        return response;
      }
      throw refused;
    }
    return response.countedAs("UserErased");
  }

  private void erase(CognitoUser user, TokenClaims claims) {
    erasure.erase(user.sub(), user.attributes().get("email"), clock.instant());
    pool.deleteUser(claims.sub(), claims.accessToken());
  }
}
