package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The profiles of users; a row that PostConfirmation could not write is written here. */
public final class UserProfiles {
  private static final int ATTEMPTS = 3;

  private final Users users;
  private final UserPool pool;
  private final Clock clock;

  /** Creates profiles of the users of a pool. */
  public UserProfiles(Users users, UserPool pool, Clock clock) {
    this.users = users;
    this.pool = pool;
    this.clock = clock;
  }

  /** Returns the profile of a user, whose token is needed only if the row is missing. */
  public Response read(TokenClaims claims) {
    Optional<User> row = users.find(claims.sub());
    return row.isPresent() ? response(row.get(), false) : repaired(cognitoUser(claims));
  }

  /** Returns the profile of the user of an access token, which is verified first. */
  public Response readByToken(String accessToken) {
    CognitoUser user = pool.getUser(accessToken);
    return users.find(user.sub()).map(row -> response(row, false)).orElseGet(() -> repaired(user));
  }

  /** Changes attributes in the pool, then in the row, and returns the profile. */
  public Response change(TokenClaims claims, Map<String, String> attributes) {
    pool.updateUserAttributes(claims.sub(), claims.accessToken(), attributes);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<User> row = users.find(claims.sub());
      // Read after the row: of two concurrent changes, the one that writes last includes both.
      CognitoUser user = cognitoUser(claims);
      User next =
          row.map(previous -> user.nextRow(previous, clock.instant()))
              .orElseGet(() -> user.firstRow(clock.instant()));
      if (row.isPresent() ? users.update(next) : users.putIfAbsent(next)) {
        return response(next, row.isEmpty());
      }
    }
    throw RequestRefused.because(Problem.SERVICE_UNAVAILABLE).causedBy("VersionConflict");
  }

  private CognitoUser cognitoUser(TokenClaims claims) {
    CognitoUser user = pool.getUser(claims.accessToken());
    if (!user.sub().equals(claims.sub())) {
      throw RequestRefused.because(Problem.TOKEN_INVALID);
    }
    return user;
  }

  private Response repaired(CognitoUser user) {
    User row = user.firstRow(clock.instant());
    if (users.putIfAbsent(row)) {
      return response(row, true);
    }
    // Written meanwhile: the first row wins.
    return response(users.find(user.sub()).orElse(row), false);
  }

  private static Response response(User row, boolean repaired) {
    return Response.ofJson(200, ProfileJson.of(row)).about(row.sub(), repaired);
  }
}
