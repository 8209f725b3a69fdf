package dev.gatehouse.api.cognito;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The refusal of PreSignUp, extracted from Cognito's error message. */
final class PreSignUpRefusal {
  private static final String PREFIX = "PreSignUp failed with error ";

  /** The message of a refusal; Cognito adds the full stop. */
  private static final Pattern REFUSAL = Pattern.compile(PREFIX + "([A-Z_]+): (.*?)\\.?");

  /** The form of a sentence that may be shown; any other is replaced by the problem's own. */
  private static final Pattern SENTENCE = Pattern.compile("[ -~&&[^<>{}]]{1,120}");

  private PreSignUpRefusal() {}

  /** Returns whether a message is about PreSignUp. */
  public static boolean is(String message) {
    return message.startsWith(PREFIX);
  }

  /** Returns the refusal; the message of a crash or of an unknown code is not shown. */
  public static RequestRefused of(String message) {
    Matcher refusal = REFUSAL.matcher(message);
    if (!refusal.matches() || refusal.group(1).equals("INTERNAL")) {
      return RequestRefused.because(Problem.SERVICE_UNAVAILABLE);
    }
    Problem problem = problem(refusal.group(1));
    boolean isShown =
        problem != Problem.SIGN_UP_REFUSED && SENTENCE.matcher(refusal.group(2)).matches();
    return RequestRefused.because(problem, isShown ? refusal.group(2) : problem.detail());
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
