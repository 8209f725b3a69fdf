package dev.gatehouse.local.cognito.triggers;

import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Constraint.Text;
import dev.gatehouse.local.cognito.wire.Violations;
import java.util.Optional;
import java.util.regex.Pattern;

/** Knows what the words of a mail have to be like. */
final class MailRules {
  private static final String WORDS = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";
  private static final Text BODY = body("\\{####\\}");
  private static final Text NAMING_BODY = body("\\{username\\}");
  private static final Text SUBJECT =
      new Text(1, 140, Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+"), false);

  private MailRules() {}

  /** Throws InvalidParameterException if a mail cannot have these words. */
  static void check(Optional<String> subject, Optional<String> message, boolean invitation) {
    if (message.filter(String::isEmpty).isPresent()) {
      throw CognitoError.invalidParameter("The message is empty.");
    }
    Violations violations = new Violations();
    message.ifPresent(text -> BODY.check("emailBody", text, violations));
    if (invitation) {
      message.ifPresent(text -> NAMING_BODY.check("emailBody", text, violations));
    }
    subject.ifPresent(text -> SUBJECT.check("emailSubject", text, violations));
    violations.raise();
  }

  private static Text body(String placeholder) {
    return new Text(6, 20_000, Pattern.compile(WORDS + placeholder + WORDS), false);
  }
}
