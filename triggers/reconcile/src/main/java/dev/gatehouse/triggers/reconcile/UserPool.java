package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.CognitoUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user pool, whose users are listed page by page. */
public interface UserPool {

  /**
   * Returns the page with this pagination token, or the first page without a token.
   *
   * @throws InvalidToken if the token is not valid, or no longer
   */
  UserPage listUsers(@Nullable String token);

  /**
   * Returns the user with this name as the pool has them now, or an empty Optional only if the pool
   * says that there is none; throws if it cannot say.
   */
  Optional<CognitoUser> find(String userName);

  /** The refusal of a pagination token. */
  final class InvalidToken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Creates an exception with the pool's own as its cause. */
    public InvalidToken(Throwable cause) {
      super(cause);
    }
  }

  /**
   * One page of users.
   *
   * @param next the pagination token of the next page, or null on the last page
   */
  record UserPage(List<PoolUser> users, @Nullable String next) {
    /** Creates a page with a copy of the list. */
    public UserPage {
      users = List.copyOf(users);
    }
  }
}
