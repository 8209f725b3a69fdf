package dev.gatehouse.triggers.customemailsender;

/**
 * Reads a temporary password as Cognito seals it: with the characters that HTML reserves escaped,
 * which it does to passwords and not to codes.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/cognito/latest/developerguide/user-pool-lambda-custom-sender-triggers.html">Custom
 *     sender Lambda triggers</a>
 */
final class TemporaryPassword {
  private static final String[][] ESCAPES = {
    {"&lt;", "<"}, {"&gt;", ">"}, {"&amp;", "&"}, {"&quot;", "\""}, {"&#39;", "'"},
  };

  private TemporaryPassword() {}

  /** Returns the password that the person is to type; an escape is undone once, never twice. */
  static String unescaped(String sealed) {
    StringBuilder password = new StringBuilder(sealed.length());
    int i = 0;
    while (i < sealed.length()) {
      i = next(sealed, i, password);
    }
    return password.toString();
  }

  private static int next(String sealed, int i, StringBuilder password) {
    for (String[] escape : ESCAPES) {
      if (sealed.startsWith(escape[0], i)) {
        password.append(escape[1]);
        return i + escape[0].length();
      }
    }
    password.append(sealed.charAt(i));
    return i + 1;
  }
}
