package dev.gatehouse.triggers.messages;

import java.util.regex.Pattern;

/** Knows the form of the addresses that an installation may be given: no more than mails need. */
public final class PlainAddress {
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@([A-Za-z0-9-]{1,63}\\.){1,8}[A-Za-z]{2,63}");

  private PlainAddress() {}

  /** Says whether the text is one address and nothing beside it. */
  public static boolean is(String text) {
    return FORM.matcher(text).matches();
  }
}
