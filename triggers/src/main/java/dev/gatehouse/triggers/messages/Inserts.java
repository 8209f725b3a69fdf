package dev.gatehouse.triggers.messages;

import org.jspecify.annotations.Nullable;

/**
 * Holds what changes from mail to mail: nothing else does.
 *
 * @param code the code, the temporary password, or what Cognito replaces with it
 * @param userName the user name of an invitation, or what Cognito replaces with it
 */
public record Inserts(@Nullable String code, @Nullable String userName) {
  /** Holds a code alone. */
  public static Inserts of(@Nullable String code) {
    return new Inserts(code, null);
  }
}
