package dev.gatehouse.local.cognito.hosted;

import org.jspecify.annotations.Nullable;

/**
 * Is a field of a form.
 *
 * @param autocomplete what browsers and password managers know it by
 * @param hint what to know before typing, null for nothing
 */
record Field(
    String name,
    String label,
    String type,
    String autocomplete,
    String value,
    @Nullable String hint) {

  /** Returns the field for who somebody is. */
  static Field username(boolean email, String value) {
    return email
        ? new Field("username", "E-mail address", "email", "email", value, null)
        : new Field("username", "User name", "text", "username", value, null);
  }

  static Field currentPassword() {
    return new Field("password", "Password", "password", "current-password", "", null);
  }

  static Field newPassword(String rule) {
    return new Field("password", "New password", "password", "new-password", "", rule);
  }

  static Field code() {
    return new Field("code", "Code from the mail", "text", "one-time-code", "", null);
  }

  /** Returns a field that only hands on what an earlier page knew. */
  static Field hidden(String name, String value) {
    return new Field(name, "", "hidden", "off", value, null);
  }

  boolean shown() {
    return !type.equals("hidden");
  }

  boolean digits() {
    return autocomplete.equals("one-time-code");
  }

  /** Returns the id that label and hint refer to. */
  String id() {
    return name.replaceAll("[^A-Za-z0-9]", "-");
  }
}
