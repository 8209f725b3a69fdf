package dev.gatehouse.local.cognito.triggers;

import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Violations;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.util.Optional;
import java.util.regex.Pattern;

/** The constraints on customized messages. */
final class MessageConstraints {
  private static final String TEXT = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";
  private static final Text BODY = body("\\{####\\}");
  private static final Text INVITATION_BODY = body("\\{username\\}");
  private static final Text SUBJECT =
      new Text(1, 140, Pattern.compile("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+"), false);

  private MessageConstraints() {}

  /** Throws InvalidParameterException for an invalid subject or message. */
  static void check(Optional<String> subject, Optional<String> message, boolean invitation) {
    if (message.filter(String::isEmpty).isPresent()) {
      throw CognitoErrors.invalidParameter("The message is empty.");
    }
    Violations violations = new Violations();
    message.ifPresent(text -> BODY.check("emailBody", text, violations));
    if (invitation) {
      message.ifPresent(text -> INVITATION_BODY.check("emailBody", text, violations));
    }
    subject.ifPresent(text -> SUBJECT.check("emailSubject", text, violations));
    violations.throwIfAny(CognitoErrors::invalidParameter);
  }

  private static Text body(String placeholder) {
    return new Text(6, 20_000, Pattern.compile(TEXT + placeholder + TEXT), false);
  }
}
