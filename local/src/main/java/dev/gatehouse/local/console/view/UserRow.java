package dev.gatehouse.local.console.view;

import dev.gatehouse.local.inspect.UserSummary;

/**
 * A user in the table of users.
 *
 * @param user the user
 * @param address the address of the user's page
 * @param groups the names of the groups
 */
public record UserRow(UserSummary user, String address, String groups) {

  /** Returns the row of a user. */
  public static UserRow of(UserSummary user) {
    return new UserRow(
        user, "/_gatehouse/console/users/" + user.sub(), String.join(", ", user.groups()));
  }

  /** Returns the time of creation in whole seconds. */
  public String created() {
    return user.created().replaceFirst("\\.\\d+Z$", "Z");
  }
}
