package dev.gatehouse.messages;

import org.jspecify.annotations.Nullable;

/**
 * The values of a mail's placeholders: the only parts that differ between two mails of a kind.
 *
 * @param code the code, the temporary password, or the text that Cognito replaces with either
 * @param userName the user name of an invitation, or the text that Cognito replaces with it
 */
public record Placeholders(@Nullable String code, @Nullable String userName) {
  /** Returns the values of a mail with a code and without a user name. */
  public static Placeholders of(@Nullable String code) {
    return new Placeholders(code, null);
  }
}
