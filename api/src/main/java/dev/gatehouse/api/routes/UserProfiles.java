package dev.gatehouse.api.routes;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.PutResult;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The profiles of users; a missing or damaged row is written here. */
public final class UserProfiles {
  private static final int ATTEMPTS = 3;

  private final Users users;
  private final UserPool pool;
  private final Clock clock;
  private final boolean checksTokens;

  /**
   * Creates profiles of the users of a pool.
   *
   * @param checksTokens whether reads ask the pool about the token, which is valid to the
   *     authorizer until it ends
   */
  public UserProfiles(Users users, UserPool pool, Clock clock, boolean checksTokens) {
    this.users = users;
    this.pool = pool;
    this.clock = clock;
    this.checksTokens = checksTokens;
  }

  /**
   * Checks the token of a read, if the stack checks them.
   *
   * @throws RequestRefused if the pool refuses the token: the user was signed out, disabled or
   *     deleted
   */
  public void checkToken(TokenClaims claims) {
    if (checksTokens) {
      CognitoUser unused = claims.user(pool);
    }
  }

  /**
   * Returns the profile of a user, whose token is needed only if the row is missing or damaged, or
   * if the stack checks tokens.
   */
  public Response read(TokenClaims claims) {
    if (checksTokens) {
      CognitoUser user = claims.user(pool);
      return repaired(users.read(claims.sub()), user);
    }
    Optional<StoredUser> row = users.read(claims.sub());
    return isRepair(row) ? repaired(row, claims.user(pool)) : intact(row);
  }

  /** Returns the profile of the user of an access token, which is verified first. */
  public Response readByToken(String accessToken) {
    CognitoUser user = pool.getUser(accessToken);
    return repaired(users.read(user.sub()), user);
  }

  /**
   * Changes attributes in the pool, then in the row, and returns the profile.
   *
   * @param ifMatch the entity tags of the profiles that may be changed (RFC 9110, section 13.1.1),
   *     or null for any
   * @throws RequestRefused if the profile is another one before the change
   */
  public Response change(
      TokenClaims claims, @Nullable String ifMatch, Map<String, String> attributes) {
    if (ifMatch != null && !isMatched(ifMatch, users.find(claims.sub()))) {
      throw RequestRefused.because(Problem.PRECONDITION_FAILED);
    }
    pool.updateUserAttributes(claims.sub(), claims.accessToken(), attributes);
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      Optional<StoredUser> row = users.read(claims.sub());
      // Read after the row: of two concurrent changes, the one that writes last includes both.
      User next = next(row, claims.user(pool));
      if (isWritten(row, next)) {
        return response(next, isRepair(row));
      }
    }
    throw overtaken();
  }

  /** Writes a missing or damaged row, unless an intact one is there by now. */
  private Response repaired(Optional<StoredUser> found, CognitoUser user) {
    Optional<StoredUser> row = found;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      if (!isRepair(row)) {
        return intact(row);
      }
      User next = next(row, user);
      if (isWritten(row, next)) {
        return response(next, true);
      }
      row = users.read(user.sub());
    }
    throw overtaken();
  }

  private User next(Optional<StoredUser> row, CognitoUser user) {
    return row.map(previous -> user.nextRow(previous, clock.instant()))
        .orElseGet(() -> user.firstRow(clock.instant()));
  }

  private boolean isWritten(Optional<StoredUser> row, User next) {
    if (row.isPresent()) {
      return users.replace(row.get(), next);
    }
    PutResult result = users.putIfAbsent(next);
    if (result == PutResult.ERASED) {
      // The erasure broke off before Cognito deleted the user: signed in again, they can repeat it.
      throw RequestRefused.because(Problem.TOKEN_INVALID).causedBy("UserErased");
    }
    return result == PutResult.WRITTEN;
  }

  private static boolean isMatched(String ifMatch, Optional<User> row) {
    return row.isPresent()
        && Stream.of(ifMatch.split(",", -1))
            .map(String::strip)
            .anyMatch(tag -> tag.equals("*") || tag.equals(entityTag(row.get())));
  }

  /** Returns the strong entity tag of a profile: its version. */
  private static String entityTag(User row) {
    return "\"" + row.version() + "\"";
  }

  private static boolean isRepair(Optional<StoredUser> row) {
    return row.isEmpty() || row.get().isDamaged();
  }

  private static RequestRefused overtaken() {
    return RequestRefused.because(Problem.SERVICE_UNAVAILABLE).causedBy("VersionConflict");
  }

  private static Response intact(Optional<StoredUser> row) {
    return response(row.flatMap(StoredUser::user).orElseThrow(), false);
  }

  private static Response response(User row, boolean repaired) {
    Response response =
        Response.ofJson(200, ProfileJson.of(row)).with("ETag", entityTag(row)).about(row.sub());
    return repaired ? response.countedAs("UserRepaired") : response;
  }
}
