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
   * Replaces the previous version of a row, whose version is one less.
   *
   * @return true if the row was written, false if there is another version now, or no row
   */
  boolean update(User user);

  /** Returns the row with a {@code sub}, or an empty Optional if there is none. */
  Optional<User> find(String sub);
}
