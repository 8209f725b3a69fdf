package dev.gatehouse.messages;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of mail: one for each trigger source of Cognito that sends an e-mail, and the notice of
 * a changed password, for which Cognito sends none.
 */
public enum MessageKind {
  /** The code that confirms the address of a new account. */
  SIGN_UP("SignUp", Duration.ofHours(24)),
  /** A new code for sign-up, requested by the user. */
  RESEND_CODE("ResendCode", Duration.ofHours(24)),
  /** The code that lets a user choose a new password. */
  FORGOT_PASSWORD("ForgotPassword", Duration.ofHours(1)),
  /** An invitation with the user name and a temporary password. */
  ADMIN_CREATE_USER("AdminCreateUser", Duration.ofDays(7)),
  /** The code that confirms a changed address. */
  UPDATE_USER_ATTRIBUTE("UpdateUserAttribute", Duration.ofHours(24)),
  /** The code that confirms the address of a signed-in user. */
  VERIFY_USER_ATTRIBUTE("VerifyUserAttribute", Duration.ofHours(24)),
  /** The code of multi-factor authentication; the pool sets its lifetime, 3 to 15 minutes. */
  AUTHENTICATION("Authentication", Duration.ofMinutes(15)),
  /** A notice of an unusual sign-in, without a code. */
  ACCOUNT_TAKE_OVER_NOTIFICATION("AccountTakeOverNotification", Duration.ofHours(24)),
  /** A notice that a forgotten password was replaced, without a code. */
  PASSWORD_CHANGED("PasswordChanged", Duration.ofHours(24));

  /** What a mail is sent for. */
  enum Cause {
    /** The user asked for it. */
    REQUEST,
    /** Something happened to the account. */
    EVENT,
    /** An administrator asked for it. */
    ADMINISTRATOR
  }

  private final String source;
  private final Duration lifetime;

  MessageKind(String source, Duration lifetime) {
    this.source = source;
    this.lifetime = lifetime;
  }

  /**
   * Returns the kind of a trigger source, or an empty Optional if the source is unknown.
   *
   * @param trigger the name of the trigger, for example {@code CustomMessage}
   * @param triggerSource the trigger source, for example {@code CustomMessage_SignUp}
   */
  public static Optional<MessageKind> of(String trigger, @Nullable String triggerSource) {
    for (MessageKind kind : values()) {
      if ((trigger + "_" + kind.source).equals(triggerSource)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Returns the trigger source without the name of the trigger, {@code SignUp} for example. */
  public String source() {
    return source;
  }

  /** Returns the lifetime of the code, which Cognito determines. */
  public Duration lifetime() {
    return lifetime;
  }

  /** Returns whether the mail contains a code or a temporary password. */
  public boolean carriesCode() {
    return cause() != Cause.EVENT;
  }

  /** Returns whether the code confirms a new account, without a sign-in before it. */
  boolean confirmsAccount() {
    return this == SIGN_UP || this == RESEND_CODE;
  }

  /** Returns whether the mail links to the product, if the product has an address. */
  boolean hasLink() {
    return confirmsAccount() || carriesPassword();
  }

  /** Returns what the mail is sent for. */
  Cause cause() {
    return switch (this) {
      case ACCOUNT_TAKE_OVER_NOTIFICATION, PASSWORD_CHANGED -> Cause.EVENT;
      case ADMIN_CREATE_USER -> Cause.ADMINISTRATOR;
      default -> Cause.REQUEST;
    };
  }

  /** Returns whether the mail contains a temporary password, which is longer than a code. */
  public boolean carriesPassword() {
    return this == ADMIN_CREATE_USER;
  }

  /** Returns the name of the file of its copy, in the folder of each language. */
  String fileName() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".properties";
  }
}
