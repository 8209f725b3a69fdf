package dev.gatehouse.triggers.reconcile;

import dev.gatehouse.users.CognitoUser;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The user pool, whose users are listed page by page. */
public interface UserPool {

  /** Returns the page with this pagination token, or the first page without a token. */
  UserPage listUsers(@Nullable String token);

  /**
   * Returns the user with this name as the pool has them now, or an empty Optional only if the pool
   * says that there is none; throws if it cannot say.
   */
  Optional<CognitoUser> find(String userName);

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
