package dev.gatehouse.local.cognito.pools;

import dev.gatehouse.local.cognito.settings.UserPoolSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The names, beside the user name, that sign a user in.
 *
 * @param emailAsUsername whether each e-mail address does, verified or not
 * @param aliases the attributes that do once they are verified, or the user is confirmed
 */
record SignInNames(boolean emailAsUsername, List<String> aliases) {
  static final String PREFERRED_USERNAME = "preferred_username";
  private static final String EMAIL = "email";

  /** A value of an attribute that signs a user in. */
  record Alias(String attribute, String value) {}

  static SignInNames of(UserPoolSettings settings) {
    return new SignInNames(settings.emailAsUsername(), settings.aliases());
  }

  /** Returns the names of a user. */
  List<Alias> of(PoolUser user) {
    List<Alias> names = new ArrayList<>();
    if (emailAsUsername) {
      add(names, EMAIL, user);
    }
    aliases.stream()
        .filter(attribute -> isActive(attribute, user))
        .forEach(attribute -> add(names, attribute, user));
    return names;
  }

  /** Returns a user without a name, which another user takes over. */
  static PoolUser without(Alias alias, PoolUser user) {
    return alias.attribute().equals(PREFERRED_USERNAME)
        ? user.withoutAttribute(PREFERRED_USERNAME)
        : user.withAttribute(alias.attribute() + "_verified", "false");
  }

  private static boolean isActive(String attribute, PoolUser user) {
    return attribute.equals(PREFERRED_USERNAME)
        ? user.status() != UserStatus.UNCONFIRMED
        : user.attribute(attribute + "_verified").filter("true"::equals).isPresent();
  }

  private static void add(List<Alias> names, String attribute, PoolUser user) {
    Optional<String> value = user.attribute(attribute);
    value.ifPresent(present -> names.add(new Alias(attribute, present)));
  }
}
