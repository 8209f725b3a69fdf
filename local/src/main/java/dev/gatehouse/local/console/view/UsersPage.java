package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * The users of all pools, and the rows whose user is gone.
 *
 * @param orphans rows of the users table whose user is gone; none on later pages
 * @param orphanCount the number of such rows, which may be more than are shown
 */
@JStache(path = "dev/gatehouse/local/console/users.html")
public record UsersPage(
    Paging paging, List<UserRow> users, List<OrphanRow> orphans, int orphanCount) {

  /** A row whose user is gone. */
  public record OrphanRow(String sub, String email, String created) {}

  /** Returns whether there is no user to show. */
  public boolean empty() {
    return users.isEmpty();
  }

  /** Returns whether there are rows whose user is gone. */
  public boolean hasOrphans() {
    return !orphans.isEmpty();
  }
}
