package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.FormField;
import dev.gatehouse.local.cognito.hosted.session.PageRequest;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.signin.NewPasswordChallenge;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Attributes that a form asks for because the user pool requires them. */
record RequiredAttributes(List<String> names) {

  /** Returns all that the pool requires. */
  static RequiredAttributes of(UserPool pool) {
    return new RequiredAttributes(pool.settings().attributes().required());
  }

  /** Returns those that a user does not have. */
  static RequiredAttributes missing(UserPool pool, PoolUser user) {
    return new RequiredAttributes(NewPasswordChallenge.missing(pool, user));
  }

  /** Returns the fields, with what was entered before. */
  FormField[] fields(PageRequest request) {
    return names.stream()
        .map(name -> field(name, request.strippedField(fieldName(name))))
        .toArray(FormField[]::new);
  }

  /** Returns what was entered. */
  Map<String, String> values(PageRequest request) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String name : names) {
      String value = request.strippedField(fieldName(name));
      if (!value.isEmpty()) {
        values.put(name, value);
      }
    }
    return values;
  }

  private static FormField field(String attribute, String value) {
    String name = attribute.replaceFirst("^custom:", "").replace('_', ' ');
    String label = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return new FormField(
        fieldName(attribute),
        label,
        attribute.equals("email") ? "email" : "text",
        autocomplete(attribute),
        value,
        null);
  }

  private static String autocomplete(String attribute) {
    return switch (attribute) {
      case "email" -> "email";
      case "name" -> "name";
      case "given_name" -> "given-name";
      case "family_name" -> "family-name";
      case "nickname" -> "nickname";
      case "birthdate" -> "bday";
      default -> "off";
    };
  }

  private static String fieldName(String attribute) {
    return "requiredAttributes[" + attribute + "]";
  }
}
