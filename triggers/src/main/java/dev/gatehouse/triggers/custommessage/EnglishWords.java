package dev.gatehouse.triggers.custommessage;

/** Words the mails in English. */
final class EnglishWords {
  private static final String LABEL = "Your verification code";

  /** Cognito's lifetimes of the two sorts of code; neither can be set. */
  private static final String FOR_A_DAY = "The code is valid for 24 hours.";

  private static final String FOR_AN_HOUR = "The code is valid for 1 hour.";

  private static final String NEVER = "We never ask for this code by phone or mail. ";
  private static final String NO_ACCOUNT =
      NEVER + "If you did not ask for it, ignore this mail: no account is active.";
  private static final String NO_CHANGE =
      NEVER + "If you did not ask for it, ignore this mail: your password stays as it is.";

  private EnglishWords() {}

  static Words of(MessageKind kind, String product) {
    return switch (kind) {
      case SIGN_UP -> signUp(product);
      case RESEND_CODE -> resendCode(product);
      case FORGOT_PASSWORD -> forgotPassword(product);
    };
  }

  private static Words signUp(String product) {
    return new Words(
        "Your " + product + " verification code",
        "Your code is valid for 24 hours",
        "Confirm your email address",
        "You asked for an account at " + product + ". Enter this code to confirm it.",
        LABEL,
        FOR_A_DAY,
        NO_ACCOUNT,
        contact(product));
  }

  private static Words resendCode(String product) {
    return new Words(
        "Your new " + product + " verification code",
        "Your new code is valid for 24 hours",
        "Here is your new code",
        "You asked for another code for your account at "
            + product
            + ". Enter this one to confirm your email address.",
        LABEL,
        FOR_A_DAY,
        NO_ACCOUNT,
        contact(product));
  }

  private static Words forgotPassword(String product) {
    return new Words(
        "Reset your " + product + " password",
        "Your code is valid for 1 hour",
        "Choose a new password",
        "You asked to reset your password at "
            + product
            + ". Enter this code together with your new password.",
        LABEL,
        FOR_AN_HOUR,
        NO_CHANGE,
        contact(product));
  }

  private static String contact(String product) {
    return "Questions? The support team of " + product + " is glad to help.";
  }
}
