package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import java.util.regex.Pattern;

/** The constraints of message tags, with the messages of SES. */
public enum MessageTags {
  /** The name of a tag. */
  NAME("[A-Za-z0-9_-]+", "'_',  '-'"),
  /** The value of a tag. */
  VALUE("[A-Za-z0-9_.@-]+", "'_',  '-' , '.', '@'");

  private static final int MAX_LENGTH = 255;

  /** The names that SES reserves for its own use, such as {@code ses:feedback-id-a}. */
  private static final Pattern SES_PREFIX = Pattern.compile("^ses:");

  private final Pattern pattern;
  private final String allowed;

  MessageTags(String pattern, String allowed) {
    this.pattern = Pattern.compile(pattern);
    this.allowed = allowed;
  }

  /** Throws {@link QueryError} for a name or a value that SES does not accept. */
  public void check(String text) {
    String part = this == NAME ? "name" : "value";
    if (text.isEmpty()) {
      throw QueryError.invalidParameter("The tag %s must be specified.".formatted(part));
    }
    if (text.length() > MAX_LENGTH) {
      throw QueryError.invalidParameter("Tag %s cannot exceed 255 characters.".formatted(part));
    }
    String checked = this == NAME ? SES_PREFIX.matcher(text).replaceFirst("") : text;
    if (!pattern.matcher(checked).matches()) {
      throw QueryError.invalidParameter(
          "Invalid tag %s <%s>: only alphanumeric ASCII characters, %s are allowed."
              .formatted(part, text, allowed));
    }
  }
}
