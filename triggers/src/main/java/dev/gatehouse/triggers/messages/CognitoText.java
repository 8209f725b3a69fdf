package dev.gatehouse.triggers.messages;

/** Knows which characters Cognito takes: it refuses a whole sign-up over one too odd. */
final class CognitoText {
  private CognitoText() {}

  /** Says whether Cognito's pattern takes all of it: letters, marks, signs, plain white space. */
  static boolean takes(String text) {
    return text.codePoints().allMatch(CognitoText::takes);
  }

  private static boolean takes(int codePoint) {
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
