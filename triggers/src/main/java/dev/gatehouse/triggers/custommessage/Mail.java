package dev.gatehouse.triggers.custommessage;

/** Holds a mail that Cognito will take: it refuses a whole sign-up over one character too odd. */
record Mail(String subject, String body) {
  private static final int SUBJECT_LENGTH = 140;
  private static final int BODY_LENGTH = 20_000;

  Mail {
    if (subject.isBlank() || subject.length() > SUBJECT_LENGTH || isOfTwoLines(subject)) {
      throw new IllegalArgumentException("the subject is empty, too long or of two lines");
    }
    if (body.length() > BODY_LENGTH) {
      throw new IllegalArgumentException("the body is longer than " + BODY_LENGTH);
    }
    if (!isAccepted(subject) || !isAccepted(body)) {
      throw new IllegalArgumentException("there is a character that Cognito refuses");
    }
  }

  private static boolean isOfTwoLines(String text) {
    return text.indexOf('\n') >= 0 || text.indexOf('\r') >= 0;
  }

  /** Whether Cognito's pattern accepts the text: letters, marks, signs, plain white space. */
  static boolean isAccepted(String text) {
    int i = 0;
    while (i < text.length()) {
      int codePoint = text.codePointAt(i);
      if (!isAccepted(codePoint)) {
        return false;
      }
      i += Character.charCount(codePoint);
    }
    return true;
  }

  private static boolean isAccepted(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL -> codePoint >= '\t' && codePoint <= '\r';
      case Character.SPACE_SEPARATOR -> codePoint == ' ';
      case Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
