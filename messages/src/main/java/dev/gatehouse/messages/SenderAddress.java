package dev.gatehouse.messages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The form of the address that mails come from: a mailbox of RFC 5322, which is an address, or a
 * name and an address in angle brackets.
 *
 * <p>The name is in ASCII, since SES accepts other characters only as encoded words (RFC 2047),
 * which the Pulumi program makes. One with a character that RFC 5322 reserves, such as a comma,
 * needs double quotes: without them, mail systems read two addresses.
 */
public final class SenderAddress {
  private static final String ATOM = "A-Za-z0-9!#$%&'*+/=?^_`{|}~.-";
  private static final String ATOMS = "[" + ATOM + "][ " + ATOM + "]{0,599}";
  private static final String QUOTED = "\"(?:[ !#-\\[\\]-~]|\\\\[\"\\\\]){1,200}\"";
  private static final Pattern NAME_AND_ADDRESS =
      Pattern.compile("(?:" + ATOMS + "|" + QUOTED + ") <(?<address>[^<>]+)>");

  private SenderAddress() {}

  /** Returns whether the text is exactly one address, with or without a name. */
  public static boolean matches(String text) {
    return PlainAddress.matches(address(text));
  }

  /** Returns the address without the name; the text itself if it has no name. */
  public static String address(String text) {
    Matcher nameAndAddress = NAME_AND_ADDRESS.matcher(text);
    return nameAndAddress.matches() ? nameAndAddress.group("address") : text;
  }
}
