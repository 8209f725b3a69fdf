package dev.gatehouse.users;

import java.time.Instant;
import java.util.Optional;

/** The table of confirmed users, with one row for each {@code sub}. */
public interface Users {

  /**
   * Writes a row unless there is one with its {@code sub}: the first row wins, since Cognito may
   * call a trigger three times for one confirmation. The row of an erased user is not written.
   */
  PutResult putIfAbsent(User user);

  /**
   * Replaces a row, damaged or not, unless it was written since it was read. Attributes that others
   * have added stay.
   *
   * @return true if the row was written, false if there is another version now, or no row
   */
  boolean replace(StoredUser row, User next);

  /** Returns the row with a {@code sub}, or an empty Optional if there is none. */
  Optional<StoredUser> read(String sub);

  /** Returns the user with a {@code sub}, or an empty Optional without an intact row. */
  default Optional<User> find(String sub) {
    return read(sub).flatMap(StoredUser::user);
  }

  /**
   * Writes a tombstone, so that late events and messages bring no row of this user back. It expires
   * long after the last of them can come. May be repeated.
   *
   * @param sub the user's sub, or the one that the user had in a former pool
   */
  void markErased(String sub, Instant now);

  /** Returns whether there is a tombstone of this user. */
  boolean isErased(String sub);

  /**
   * Deletes a row.
   *
   * @return true if there was one
   */
  boolean delete(String sub);
}
