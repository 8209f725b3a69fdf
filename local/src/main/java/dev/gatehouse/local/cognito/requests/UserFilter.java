package dev.gatehouse.local.cognito.requests;

import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The filter of ListUsers: {@code name = "value"} or {@code name ^= "prefix"}. */
public final class UserFilter {
  private static final Pattern FORM =
      Pattern.compile("\\s*\"?([\\w:]+)\"?\\s*(\\^?=)\\s*\"((?:[^\"\\\\]|\\\\.)*+)\"\\s*");
  private static final List<String> SEARCHABLE =
      List.of(
          "username",
          "email",
          "phone_number",
          "name",
          "given_name",
          "family_name",
          "preferred_username",
          "cognito:user_status",
          "status",
          "sub");

  private UserFilter() {}

  /** Parses a filter; throws InvalidParameterException if it is invalid. */
  public static Predicate<PoolUser> parse(String filter) {
    if (filter.isBlank()) {
      return user -> true;
    }
    Matcher matcher = FORM.matcher(filter);
    if (!matcher.matches()) {
      throw CognitoErrors.invalidParameter("Error while parsing filter.");
    }
    String name = matcher.group(1);
    if (!SEARCHABLE.contains(name)) {
      throw CognitoErrors.invalidParameter("Invalid search attribute: " + name);
    }
    String expected = matcher.group(3).replaceAll("\\\\(.)", "$1");
    boolean prefix = matcher.group(2).equals("^=");
    return user -> {
      String value = value(user, name);
      return prefix ? value.startsWith(expected) : value.equals(expected);
    };
  }

  private static String value(PoolUser user, String name) {
    return switch (name) {
      case "username" -> user.username();
      case "cognito:user_status" -> user.status().name();
      case "status" -> user.enabled() ? "Enabled" : "Disabled";
      default -> user.attribute(name).orElse("");
    };
  }
}
