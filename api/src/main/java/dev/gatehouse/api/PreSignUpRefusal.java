package dev.gatehouse.api;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads why PreSignUp refused an address, from the words that Cognito puts around it. */
final class PreSignUpRefusal {
  private static final String PREFIX = "PreSignUp failed with error ";

  /** The last full stop is Cognito's. */
  private static final Pattern REFUSAL = Pattern.compile(PREFIX + "([A-Z_]+): (.*?)\\.?");

  /** What a sentence of ours looks like; anything else is replaced by the code's own words. */
  private static final Pattern SENTENCE = Pattern.compile("[ -~&&[^<>{}]]{1,120}");

  private PreSignUpRefusal() {}

  /** Returns whether the message is PreSignUp's. */
  static boolean is(String message) {
    return message.startsWith(PREFIX);
  }

  /** Returns the refusal; a crash says nothing to the person, nor does a code we do not know. */
  static RequestRefused of(String message) {
    Matcher refusal = REFUSAL.matcher(message);
    if (!refusal.matches() || refusal.group(1).equals("INTERNAL")) {
      return RequestRefused.because(Problem.SERVICE_UNAVAILABLE);
    }
    Problem problem = problem(refusal.group(1));
    boolean ours =
        problem != Problem.SIGN_UP_REFUSED && SENTENCE.matcher(refusal.group(2)).matches();
    return RequestRefused.because(problem, ours ? refusal.group(2) : problem.detail());
  }

  private static Problem problem(String code) {
    return switch (code) {
      case "EMAIL_REQUIRED" -> Problem.EMAIL_REQUIRED;
      case "EMAIL_INVALID" -> Problem.EMAIL_INVALID;
      case "EMAIL_UNSUPPORTED" -> Problem.EMAIL_UNSUPPORTED;
      case "EMAIL_UNDELIVERABLE" -> Problem.EMAIL_UNDELIVERABLE;
      case "EMAIL_NOT_ALLOWED" -> Problem.EMAIL_NOT_ALLOWED;
      case "EMAIL_DISPOSABLE" -> Problem.EMAIL_DISPOSABLE;
      case "EMAIL_SUBADDRESS" -> Problem.EMAIL_SUBADDRESS;
      default -> Problem.SIGN_UP_REFUSED;
    };
  }
}
