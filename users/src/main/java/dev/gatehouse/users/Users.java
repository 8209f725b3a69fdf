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

  /** Returns the row of this {@code sub}, or nothing if there is none. */
  Optional<User> find(String sub);
}
