package dev.gatehouse.local.iam.policy;

import java.util.regex.Pattern;

/** A text of a policy in which {@code *} means any characters and {@code ?} means one. */
final class TextPattern {

  private final Pattern pattern;

  private TextPattern(Pattern pattern) {
    this.pattern = pattern;
  }

  /** Returns the pattern of an action, whose case does not matter. */
  static TextPattern ofAction(String action) {
    return new TextPattern(Pattern.compile(regex(action, "."), Pattern.CASE_INSENSITIVE));
  }

  /** Returns the pattern of any text. */
  static TextPattern of(String text) {
    return new TextPattern(Pattern.compile(regex(text, "."), Pattern.DOTALL));
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
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      String part = i < parts.length ? parts[i] : "*";
      regex.append(i == 0 ? "" : ":").append(regex(part, i == 5 ? "." : "[^:]"));
    }
    return new TextPattern(Pattern.compile(regex.toString()));
  }

  boolean matches(String text) {
    return pattern.matcher(text).matches();
  }

  private static String regex(String text, String one) {
    String quoted = Pattern.quote(text);
    return quoted.replace("*", "\\E" + one + "*\\Q").replace("?", "\\E" + one + "\\Q");
  }
}
