package dev.gatehouse.local.iam.policy;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A text of a policy in which {@code *} means any characters and {@code ?} means one. */
final class TextPattern {

  private final Predicate<String> pattern;

  private TextPattern(Predicate<String> pattern) {
    this.pattern = pattern;
  }

  /** Returns the pattern of an action, whose case does not matter. */
  static TextPattern ofAction(String action) {
    return isLiteral(action)
        ? new TextPattern(action::equalsIgnoreCase)
        : matching(Pattern.compile(regex(action, "."), Pattern.CASE_INSENSITIVE));
  }

  /** Returns the pattern of any text. */
  static TextPattern of(String text) {
    return isLiteral(text)
        ? new TextPattern(text::equals)
        : matching(Pattern.compile(regex(text, "."), Pattern.DOTALL));
  }

  /**
   * Returns the pattern of an ARN. A wildcard stays within its part of the ARN, and the last part
   * has the colons of the resource; fewer than six parts match as if {@code *} followed.
   */
  static TextPattern ofArn(String arn) {
    if (arn.equals("*")) {
      return of(arn);
    }
    String[] parts = arn.split(":", 6);
    if (parts.length == 6 && isLiteral(arn)) {
      return new TextPattern(arn::equals);
    }
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String part = i < parts.length ? parts[i] : "*";
      regex.append(i == 0 ? "" : ":").append(regex(part, i == 5 ? "." : "[^:]"));
    }
    return matching(Pattern.compile(regex.toString()));
  }

  private static TextPattern matching(Pattern regex) {
    return new TextPattern(regex.asMatchPredicate());
  }

  /** Returns whether a text stands for itself: most do, and each request is compared with many. */
  private static boolean isLiteral(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0;
  }

  boolean matches(String text) {
    return pattern.test(text);
  }

  private static String regex(String text, String one) {
    String quoted = Pattern.quote(text);
    return quoted.replace("*", "\\E" + one + "*\\Q").replace("?", "\\E" + one + "\\Q");
  }
}
