package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.text.ParameterTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.value.Utf8;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checks of ExpressionAttributeNames and ExpressionAttributeValues that need no expression. */
public final class ExpressionAttributeMaps {

  private static final Pattern NAME = Pattern.compile("#[a-zA-Z0-9_]+");
  private static final Pattern VALUE = Pattern.compile(":[a-zA-Z0-9_]+");
  private static final int LONGEST_PLACEHOLDER = 255;
  private static final int LARGEST_MAP = 2 * 1024 * 1024;
  private static final int LONGEST_NAME = 65_535;

  private ExpressionAttributeMaps() {}

  /**
   * Throws if ExpressionAttributeNames are there without an expression, empty or malformed.
   *
   * @param expressions true if the request has an expression
   */
  public static void refuseNames(@Nullable Map<String, String> names, boolean expressions) {
    if (names == null) {
      return;
    }
    if (!expressions) {
      throw DynamoDbException.ofRequest(ParameterTexts.withoutExpression(ParameterTexts.NAMES));
    }
    refuseKeys(ParameterTexts.NAMES, NAME, names.keySet());
    names.forEach(ExpressionAttributeMaps::refuseName);
    long size = 0;
    for (Map.Entry<String, String> name : names.entrySet()) {
      size += Utf8.length(name.getKey()) + (long) Utf8.length(name.getValue());
    }
    refuseTooLarge(ParameterTexts.NAMES, size);
  }

  private static void refuseName(String placeholder, String name) {
    if (name.isEmpty()) {
      throw DynamoDbException.ofRequest(
          ParameterTexts.invalidValue(ParameterTexts.NAMES, Texts.EMPTY_NAME, placeholder));
    }
    if (Utf8.length(name) > LONGEST_NAME) {
      throw DynamoDbException.ofRequest(Texts.LONG_NAME);
    }
  }

  /**
   * Throws if ExpressionAttributeValues are there without an expression, empty or malformed. Values
   * may be wrong too, so this is to be called before they are read.
   *
   * @param placeholders the keys of the map, null if the request does not have it
   * @param expressions true if the request has an expression that can have values
   * @param suffix what Query and Scan add if there is none, else empty
   */
  public static void refuseValues(
      @Nullable Set<String> placeholders, boolean expressions, String suffix) {
    if (placeholders == null) {
      return;
    }
    if (!expressions) {
      throw DynamoDbException.ofRequest(
          ParameterTexts.withoutExpression(ParameterTexts.VALUES) + suffix);
    }
    refuseKeys(ParameterTexts.VALUES, VALUE, placeholders);
  }

  /** Throws if ExpressionAttributeValues are larger than 2 MB. */
  public static void refuseTooLarge(Map<String, AttributeValue> values) {
    long size = 0;
    for (Map.Entry<String, AttributeValue> value : values.entrySet()) {
      size += Utf8.length(value.getKey()) + (long) Sizes.value(value.getValue());
    }
    refuseTooLarge(ParameterTexts.VALUES, size);
  }

  private static void refuseTooLarge(String parameter, long size) {
    if (size > LARGEST_MAP) {
      throw DynamoDbException.ofRequest(ParameterTexts.tooLarge(parameter));
    }
  }

  private static void refuseKeys(String parameter, Pattern pattern, Set<String> keys) {
    if (keys.isEmpty()) {
      throw DynamoDbException.ofRequest(ParameterTexts.emptyMap(parameter));
    }
    for (String key : keys) {
      int size = Utf8.length(key);
      if (size > LONGEST_PLACEHOLDER) {
        throw DynamoDbException.ofRequest(ParameterTexts.longKey(parameter, size));
      }
      if (!pattern.matcher(key).matches()) {
        throw DynamoDbException.ofRequest(ParameterTexts.malformedKey(parameter, key));
      }
    }
  }
}
