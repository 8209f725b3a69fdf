package dev.gatehouse.messages;

import java.util.regex.Pattern;

/**
 * The form of the e-mail addresses in settings and mails: a subset of RFC 5321 that needs no quotes
 * or escapes. The domain is in ASCII; one with other letters is written as A-labels ({@code xn--}).
 */
public final class PlainAddress {
  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_~-]+";
  private static final String LABEL = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?";
  private static final String TOP_LEVEL =
      "(?:[A-Za-z]{2,63}|[Xx][Nn]--[A-Za-z0-9-]{0,58}[A-Za-z0-9])";
  private static final Pattern FORM =
      Pattern.compile(
          "(?=[^@]{1,64}@)"
              + (ATOM + "(?:\\." + ATOM + ")*@")
              + ("(?:" + LABEL + "\\.){1,8}" + TOP_LEVEL));

  private PlainAddress() {}

  /** Returns whether the text is exactly one address. */
  public static boolean matches(String text) {
    return FORM.matcher(text).matches();
  }
}
