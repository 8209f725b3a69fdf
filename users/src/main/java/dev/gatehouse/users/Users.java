package dev.gatehouse.users;

import java.util.Optional;

/** Keeps the confirmed users, one row for each {@code sub}. */
public interface Users {

  /**
   * Writes the row unless one with its {@code sub} is there already; the first row wins, since
   * Cognito may call three times for one confirmation.
   *
   * @return true if the row was written, false if one was there
   */
  boolean putIfAbsent(User user);

  /**
   * Writes the row over its last version, which is one less than this one's, unless somebody wrote
   * another meanwhile.
   *
   * @return true if the row was written, false if there is another version by now, or no row
   */
  boolean update(User user);

  /** Returns the row of this {@code sub}, or nothing if there is none. */
  Optional<User> find(String sub);
}
