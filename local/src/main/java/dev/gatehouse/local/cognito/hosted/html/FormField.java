package dev.gatehouse.local.cognito.hosted.html;

import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param autocomplete the HTML autocomplete value
 * @param hint the hint above the field, null for none
 */
public record FormField(
    String name,
    String label,
    String type,
    String autocomplete,
    String value,
    @Nullable String hint) {

  /** Returns the field for the user name. */
  public static FormField username(boolean email, String value) {
    return email
        ? new FormField("username", "E-mail address", "email", "email", value, null)
        : new FormField("username", "User name", "text", "username", value, null);
  }

  /** Returns the field for the password at sign-in. */
  public static FormField currentPassword() {
    return new FormField("password", "Password", "password", "current-password", "", null);
  }

  /** Returns the field for a new password. */
  public static FormField newPassword(String hint) {
    return new FormField("password", "New password", "password", "new-password", "", hint);
  }

  /** Returns the field for a confirmation code. */
  public static FormField code() {
    return new FormField("code", "Code from the mail", "text", "one-time-code", "", null);
  }

  /** Returns the field for a code of an authenticator app. */
  public static FormField appCode() {
    return new FormField(
        "code", "Code from your authenticator app", "text", "one-time-code", "", null);
  }

  /** Returns a hidden field with a value from an earlier page. */
  public static FormField hidden(String name, String value) {
    return new FormField(name, "", "hidden", "off", value, null);
  }

  /** Returns whether the field is visible. */
  public boolean shown() {
    return !type.equals("hidden");
  }

  /** Returns whether the field takes only digits. */
  public boolean digits() {
    return autocomplete.equals("one-time-code");
  }

  /** Returns the id that label and hint refer to. */
  public String id() {
    return name.replaceAll("[^A-Za-z0-9]", "-");
  }
}
