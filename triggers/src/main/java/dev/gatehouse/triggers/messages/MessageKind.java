package dev.gatehouse.triggers.messages;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Names what a mail is about; Cognito sends no other kinds. */
public enum MessageKind {
  /** A new account: the code confirms its address. */
  SIGN_UP("SignUp", Duration.ofHours(24)),
  /** The same code, asked for again. */
  RESEND_CODE("ResendCode", Duration.ofHours(24)),
  /** A forgotten password: with the code, its owner chooses another. */
  FORGOT_PASSWORD("ForgotPassword", Duration.ofHours(1)),
  /** An invitation: what it carries is a temporary password, and the user name. */
  ADMIN_CREATE_USER("AdminCreateUser", Duration.ofDays(7)),
  /** A changed address: the code confirms the new one. */
  UPDATE_USER_ATTRIBUTE("UpdateUserAttribute", Duration.ofHours(24)),
  /** An address that its owner confirms while signed in. */
  VERIFY_USER_ATTRIBUTE("VerifyUserAttribute", Duration.ofHours(24)),
  /** A second proof at sign-in; the pool lets its code live three to fifteen minutes. */
  AUTHENTICATION("Authentication", Duration.ofMinutes(15)),
  /** An unusual sign-in: a notice without a code. */
  ACCOUNT_TAKE_OVER_NOTIFICATION("AccountTakeOverNotification", Duration.ofHours(24));

  private final String source;
  private final Duration lifetime;

  MessageKind(String source, Duration lifetime) {
    this.source = source;
    this.lifetime = lifetime;
  }

  /**
   * Returns the kind that a trigger source asks for, {@code CustomMessage_SignUp} for one, or
   * nothing if this trigger has no such source yet.
   */
  public static Optional<MessageKind> of(String trigger, @Nullable String triggerSource) {
    for (MessageKind kind : values()) {
      if ((trigger + "_" + kind.source).equals(triggerSource)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns what Cognito calls it, behind the name of the trigger. */
  public String source() {
    return source;
  }

  /** Returns how long its code is good for, which is Cognito's to say. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Says whether there is a code in it, or a password. */
  public boolean carriesCode() {
    return this != ACCOUNT_TAKE_OVER_NOTIFICATION;
  }

  /** Says whether what it carries is a password, which is longer than a code. */
  public boolean carriesPassword() {
    return this == ADMIN_CREATE_USER;
  }

  /** Returns the name of the file that words it, in the folder of each language. */
  String file() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".properties";
  }
}
