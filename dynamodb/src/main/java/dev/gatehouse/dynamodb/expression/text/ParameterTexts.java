package dev.gatehouse.dynamodb.expression.text;

import java.util.Collection;

/** Texts of the parameters that stand beside an expression. */
public final class ParameterTexts {

  public static final String NAMES = "ExpressionAttributeNames";
  public static final String VALUES = "ExpressionAttributeValues";

  private ParameterTexts() {}

  /** Returns the text of placeholders in a request without an expression. */
  public static String withoutExpression(String parameter) {
    return parameter + " can only be specified when using expressions";
  }

  /** Returns the text of an empty map of placeholders. */
  public static String emptyMap(String parameter) {
    return parameter + " must not be empty";
  }

  /** Returns the text of placeholders that together are too large; unsourced. */
  public static String tooLarge(String parameter) {
    return parameter + " exceeds max size";
  }

  /** Returns the text of a placeholder that does not read. */
  public static String malformedKey(String parameter, String key) {
    return parameter + " contains invalid key: Syntax error; key: \"" + key + "\"";
  }

  /** Returns the text of a placeholder longer than 255 bytes; only that of names has the size. */
  public static String longKey(String parameter, int size) {
    return parameter
        + " contains invalid key: The expression attribute map contains a key that is too long;"
        + (parameter.equals(NAMES) ? " size of key: " + size : "");
  }

  /** Returns the text of a wrong value of a placeholder. */
  public static String invalidValue(String parameter, String text, String key) {
    return parameter + " contains invalid value: " + text + " for key " + key;
  }

  /** Returns the text of placeholders that no expression uses. */
  public static String unused(String parameter, Collection<String> keys) {
    return "Value provided in "
        + parameter
        + " unused in expressions: keys: {"
        + String.join(", ", keys)
        + "}";
  }

  /** Returns the text of legacy parameters beside expressions. */
  public static String mixed(Collection<String> legacy, Collection<String> expressions) {
    return "Can not use both expression and non-expression parameters in the same request:"
        + " Non-expression parameters: {"
        + String.join(", ", legacy)
        + "} Expression parameters: {"
        + String.join(", ", expressions)
        + "}";
  }
}
