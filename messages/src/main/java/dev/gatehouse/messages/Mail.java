package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CognitoText;
import java.util.regex.Pattern;

/**
 * An e-mail ready to be sent: its subject, and its body as HTML and as plain text.
 *
 * @param html the HTML body
 * @param text the same body as plain text
 */
public record Mail(String subject, String html, String text) {
  private static final Pattern LINKED = Pattern.compile("href=\"[^\"]*\"");
  private static final int MAX_SUBJECT_LENGTH = 140;
  private static final int MAX_BODY_LENGTH = 20_000;

  /**
   * Creates a mail.
   *
   * @throws IllegalArgumentException if the subject is blank, too long, or has a line break, which
   *     could inject a header
   */
  public Mail {
    if (subject.isBlank() || subject.length() > MAX_SUBJECT_LENGTH || hasLineBreak(subject)) {
      throw new IllegalArgumentException("the subject is blank, too long or has a line break");
    }
  }

  /**
   * Returns this mail if Cognito accepts it: it requires each placeholder in the HTML body. The
   * code may be in a link as well.
   *
   * @throws IllegalArgumentException if Cognito would refuse the mail, and with it the sign-up
   */
  public Mail forCognito(Placeholders placeholders) {
    if (html.length() > MAX_BODY_LENGTH) {
      throw new IllegalArgumentException("the body is longer than " + MAX_BODY_LENGTH);
    }
    if (!CognitoText.isAccepted(subject) || !CognitoText.isAccepted(html)) {
      throw new IllegalArgumentException("the mail has a character that Cognito refuses");
    }
    String body = LINKED.matcher(html).replaceAll("");
    if (placeholders.code() == null || !containsOnce(body, placeholders.code())) {
      throw new IllegalArgumentException("the code is not in the mail exactly once");
    }
    if (placeholders.userName() != null && !containsOnce(body, placeholders.userName())) {
      throw new IllegalArgumentException("the user name is not in the mail exactly once");
    }
    return this;
  }

  /**
   * Returns the same mail with the code before the subject, where a list of mails shows it. Cognito
   * replaces no placeholder in a subject, so it must be the code itself.
   */
  public Mail withCodeInSubject(String code) {
    return new Mail(code + " \u2013 " + subject, html, text);
  }

  private static boolean containsOnce(String body, String part) {
    int first = body.indexOf(part);
    return first >= 0 && first == body.lastIndexOf(part);
  }

  private static boolean hasLineBreak(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
