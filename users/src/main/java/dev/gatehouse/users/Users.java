package dev.gatehouse.users;

import java.util.Optional;

/** The table of confirmed users, with one row for each {@code sub}. */
public interface Users {

  /**
   * Writes a row unless there is one with its {@code sub}: the first row wins, since Cognito may
   * call a trigger three times for one confirmation.
   *
   * @return true if the row was written, false if there was one
   */
  boolean putIfAbsent(User user);

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
}
