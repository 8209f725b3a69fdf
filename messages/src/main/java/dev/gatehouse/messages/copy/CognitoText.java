package dev.gatehouse.messages.copy;

/**
 * The character set that Cognito accepts in subject and body: letters, marks, numbers, punctuation,
 * symbols and plain white space.
 *
 * <p>Cognito refuses the whole sign-up when a mail contains any other character.
 */
public final class CognitoText {
  private CognitoText() {}

  /** Returns whether Cognito accepts every character of the text. */
  public static boolean isAccepted(String text) {
    return text.codePoints().allMatch(CognitoText::isAccepted);
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
