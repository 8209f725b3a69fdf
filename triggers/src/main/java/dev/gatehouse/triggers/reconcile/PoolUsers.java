package dev.gatehouse.triggers.reconcile;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lists the users of a pool, page by page. */
interface PoolUsers {

  /** Returns the page that this token stands for, the first one without a token. */
  Page page(@Nullable String token);

  /**
   * Is one page.
   *
   * @param next the token of the page after it, or null if it is the last
   */
  record Page(List<PoolUser> users, @Nullable String next) {
    /** Copies the list. */
    public Page {
      users = List.copyOf(users);
    }
  }
}
