package dev.gatehouse.messages;

import java.util.regex.Pattern;

/**
 * The form of the e-mail addresses in settings and mails: a subset of RFC 5321 that needs no quotes
 * or escapes.
 */
public final class PlainAddress {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}");

  private PlainAddress() {}

  /** Returns whether the text is exactly one address. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }
}
