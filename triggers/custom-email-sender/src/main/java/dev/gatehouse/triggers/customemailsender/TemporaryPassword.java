package dev.gatehouse.triggers.customemailsender;

/**
 * The decoding of temporary passwords: Cognito escapes the reserved characters of HTML before it
 * encrypts a password, but not before it encrypts a code.
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

  /** Returns the password that the user types; each escape is decoded once. */
  static String unescape(String escaped) {
    StringBuilder password = new StringBuilder(escaped.length());
    int i = 0;
    while (i < escaped.length()) {
      i = appendNext(escaped, i, password);
    }
    return password.toString();
  }

  private static int appendNext(String escaped, int i, StringBuilder password) {
    for (String[] escape : ESCAPES) {
      if (escaped.startsWith(escape[0], i)) {
        password.append(escape[1]);
        return i + escape[0].length();
      }
    }
    password.append(escaped.charAt(i));
    return i + 1;
  }
}
