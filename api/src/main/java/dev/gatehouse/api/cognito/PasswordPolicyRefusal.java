package dev.gatehouse.api.cognito;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.RequestRefused;
import java.util.LinkedHashMap;
import java.util.Map;

/** The refusal of a weak password; Cognito names one violation at a time. */
final class PasswordPolicyRefusal {
  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    SENTENCES.put("not long enough", "The password is too short");
    SENTENCES.put("uppercase", "The password needs an upper-case letter");
    SENTENCES.put("lowercase", "The password needs a lower-case letter");
    SENTENCES.put("numeric", "The password needs a digit");
    SENTENCES.put("symbol", "The password needs a symbol such as ! or -");
  }

  private PasswordPolicyRefusal() {}

  /** Returns the refusal with a sentence for the violation that Cognito's message names. */
  public static RequestRefused of(String message) {
    return SENTENCES.entrySet().stream()
        .filter(sentence -> message.contains(sentence.getKey()))
        .findFirst()
        .map(sentence -> RequestRefused.because(Problem.WEAK_PASSWORD, sentence.getValue()))
        .orElseGet(() -> RequestRefused.because(Problem.WEAK_PASSWORD));
  }
}
