package dev.gatehouse.local.inspect;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A user of a pool.
 *
 * @param created the time of creation, ISO 8601
 * @param row whether the users table has a row of this sub
 */
public record UserSummary(
    String poolId,
    String username,
    String sub,
    String email,
    String status,
    boolean enabled,
    String created,
    List<String> groups,
    boolean row) {

  static UserSummary of(JsonObject user, boolean row) {
    return new UserSummary(
        text(user, "poolId"),
        text(user, "username"),
        text(user, "sub"),
        text(user, "email"),
        text(user, "status"),
        user.get("enabled").getAsBoolean(),
        text(user, "created"),
        user.getAsJsonArray("groups").asList().stream().map(JsonElement::getAsString).toList(),
        row);
  }

  /** Returns whether address, name, sub, status or a group contain the words. */
  static boolean matches(JsonObject user, String words) {
    return Stream.concat(
            Stream.of("email", "username", "sub", "status").map(name -> text(user, name)),
            user.getAsJsonArray("groups").asList().stream().map(JsonElement::getAsString))
        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(words));
  }

  /** Returns the name by which people know the user: the address, or else the user name. */
  public String name() {
    return email.isEmpty() ? username : email;
  }

  static String text(JsonObject from, String key) {
    return from.get(key).getAsString();
  }
}
