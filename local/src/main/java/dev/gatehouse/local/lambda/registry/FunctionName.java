package dev.gatehouse.local.lambda.registry;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of a function in a request: its name, its ARN or a part of the ARN, each with or without
 * a qualifier.
 *
 * @param region the region of the ARN, null if absent
 * @param account the account of the ARN, null if absent
 * @param qualifier the alias or version, null if absent
 */
public record FunctionName(
    @Nullable String region, @Nullable String account, String name, @Nullable String qualifier) {

  public static final String LATEST = "$LATEST";

  /** The pattern of Lambda's service model. */
  private static final Pattern FORM =
      Pattern.compile(
          "(?:arn:aws[a-zA-Z-]*:lambda:)?(?:([a-z]{2}(?:-[a-z]+)+-\\d):)?(?:(\\d{12}):)?(?:function:)?"
              + "([a-zA-Z0-9_-]{1,64})(?::(\\$LATEST|[a-zA-Z0-9_-]{1,128}))?");

  /** Returns the parts of a name, or an empty Optional if Lambda would reject it. */
  public static Optional<FunctionName> parse(String text) {
    Matcher match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(
            new FunctionName(match.group(1), match.group(2), match.group(3), match.group(4)))
        : Optional.empty();
  }

  /** Returns whether the name matches the function of this ARN. */
  boolean matches(String functionArn) {
    String[] parts = functionArn.split(":", -1);
    return parts.length >= 7
        && (region == null || region.equals(parts[3]))
        && (account == null || account.equals(parts[4]))
        && name.equals(parts[6]);
  }

  String qualifierOrLatest() {
    return qualifier == null ? LATEST : qualifier;
  }

  /** Returns the name, followed by a colon and the qualifier if there is one. */
  public String withQualifier() {
    return qualifier == null ? name : name + ":" + qualifier;
  }

  /** Returns the same name with this qualifier. */
  public FunctionName qualifiedBy(String other) {
    return new FunctionName(region, account, name, other);
  }
}
