package dev.gatehouse.users;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows of the users table, page by page, without tombstones and reconcile's notes. */
public interface UserRows {

  /** Returns the page of rows with this token, or the first page without a token. */
  RowPage rows(@Nullable String token);

  /** Notes in a row since when its user is gone, unless the row has such a note or is deleted. */
  void markGone(StoredUser row, Instant now);

  /**
   * A page of rows.
   *
   * @param next the token of the next page, or null on the last page
   */
  record RowPage(List<StoredUser> rows, @Nullable String next) {
    /** Creates a page with a copy of the list. */
    public RowPage {
      rows = List.copyOf(rows);
    }
  }
}
