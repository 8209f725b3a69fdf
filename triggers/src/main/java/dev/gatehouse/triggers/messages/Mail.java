package dev.gatehouse.triggers.messages;

/** Holds a mail: its subject, and what it says, twice. */
public record Mail(String subject, String html, String text) {
  private static final int SUBJECT_LENGTH = 140;
  private static final int BODY_LENGTH = 20_000;

  /** Refuses a subject of two lines, which would be a header of somebody else's making. */
  public Mail {
    if (subject.isBlank() || subject.length() > SUBJECT_LENGTH || isOfTwoLines(subject)) {
      throw new IllegalArgumentException("the subject is empty, too long or of two lines");
    }
  }

  /**
   * Returns this mail if Cognito will send it: it looks for the places that it is to fill.
   *
   * @throws IllegalArgumentException if Cognito would refuse the mail, and with it a sign-up
   */
  public Mail forCognito(Inserts inserts) {
    if (html.length() > BODY_LENGTH) {
      throw new IllegalArgumentException("the body is longer than " + BODY_LENGTH);
    }
    if (!CognitoText.takes(subject) || !CognitoText.takes(html)) {
      throw new IllegalArgumentException("there is a character that Cognito refuses");
    }
    if (inserts.code() == null || !isOnce(inserts.code())) {
      throw new IllegalArgumentException("the code is not in the mail exactly once");
    }
    if (inserts.userName() != null && !isOnce(inserts.userName())) {
      throw new IllegalArgumentException("the user name is not in the mail exactly once");
    }
    return this;
  }

  private boolean isOnce(String part) {
    int first = html.indexOf(part);
    return first >= 0 && first == html.lastIndexOf(part);
  }

  private static boolean isOfTwoLines(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }
}
