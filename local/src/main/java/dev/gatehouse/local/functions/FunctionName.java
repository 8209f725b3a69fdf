package dev.gatehouse.local.functions;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Is what callers may name a function by: its name, its ARN or a part of it, each with or without a
 * qualifier.
 *
 * @param region the region of the ARN, null if the caller left it out
 * @param account the account of the ARN, null if the caller left it out
 * @param qualifier the alias or version, null if the caller left it out
 */
record FunctionName(
    @Nullable String region, @Nullable String account, String name, @Nullable String qualifier) {

  static final String LATEST = "$LATEST";

  /** The pattern of Lambda's service model. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\\d):)?(?:(\\d{12}):)?(?:function:)?"
              + "([a-zA-Z0-9_-]{1,64})(?::(\\$LATEST|[a-zA-Z0-9_-]{1,128}))?");

  /** Returns the parts of this name, or nothing if Lambda would not take it for one. */
  static Optional<FunctionName> parse(String text) {
    Matcher match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new FunctionName(match.group(1), match.group(2), match.group(3), match.group(4)))
        : Optional.empty();
  }

  /** Returns whether the function of this ARN may be meant. */
  boolean means(String functionArn) {
    String[] parts = functionArn.split(":", -1);
    return parts.length >= 7
        && (region == null || region.equals(parts[3]))
        && (account == null || account.equals(parts[4]))
        && name.equals(parts[6]);
  }

  String qualifierOrLatest() {
    return qualifier == null ? LATEST : qualifier;
  }

  /** Returns name and qualifier as people write them. */
  String text() {
    return qualifier == null ? name : name + ":" + qualifier;
  }

  /** Returns the same name with this qualifier. */
  FunctionName at(String other) {
    return new FunctionName(region, account, name, other);
  }
}
