package dev.gatehouse.api;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words what a password lacks; Cognito names one thing at a time. */
final class WeakPassword {
  private static final Map<String, String> SENTENCES = new LinkedHashMap<>();

  static {
    SENTENCES.put("not long enough", "The password is too short");
    SENTENCES.put("uppercase", "The password needs an upper-case letter");
    SENTENCES.put("lowercase", "The password needs a lower-case letter");
    SENTENCES.put("numeric", "The password needs a digit");
    SENTENCES.put("symbol", "The password needs a symbol such as ! or -");
  }

  private WeakPassword() {}

  /** Returns the refusal with our words for what Cognito's message names. */
  static RequestRefused refusal(String message) {
    return SENTENCES.entrySet().stream()
        .filter(sentence -> message.contains(sentence.getKey()))
        .findFirst()
        .map(sentence -> RequestRefused.because(Problem.WEAK_PASSWORD, sentence.getValue()))
        .orElseGet(() -> RequestRefused.because(Problem.WEAK_PASSWORD));
  }
}
