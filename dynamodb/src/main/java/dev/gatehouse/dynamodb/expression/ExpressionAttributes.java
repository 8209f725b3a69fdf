package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import dev.gatehouse.dynamodb.expression.text.ParameterTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the placeholders of a request stand for. */
public final class ExpressionAttributes {

  /** No placeholders. */
  public static final ExpressionAttributes NONE = new ExpressionAttributes(Map.of(), Map.of());

  private final Map<String, String> names;
  private final Map<String, AttributeValue> values;

  private ExpressionAttributes(Map<String, String> names, Map<String, AttributeValue> values) {
    this.names = names;
    this.values = values;
  }

  /**
   * Returns the placeholders of ExpressionAttributeNames and ExpressionAttributeValues, each null
   * if the request does not have it. {@link ExpressionAttributeMaps} checks them.
   */
  public static ExpressionAttributes of(
      @Nullable Map<String, String> names, @Nullable Map<String, AttributeValue> values) {
    return new ExpressionAttributes(
        names == null ? Map.of() : names, values == null ? Map.of() : values);
  }

  /** Throws if a placeholder is in none of the expressions; names come first. */
  public void refuseUnused(ParsedExpression... expressions) {
    refuseUnused(List.of(expressions));
  }

  /** Throws if a placeholder is in none of the expressions; names come first. */
  public void refuseUnused(Collection<? extends ParsedExpression> expressions) {
    Set<String> used = new HashSet<>();
    expressions.forEach(expression -> used.addAll(expression.placeholders()));
    refuseUnused(ParameterTexts.NAMES, names.keySet(), used);
    refuseUnused(ParameterTexts.VALUES, values.keySet(), used);
  }

  private static void refuseUnused(String parameter, Set<String> keys, Set<String> used) {
    // AWS lists them in the order of java.util.HashSet.
    Set<String> unused = new HashSet<>(keys);
    unused.removeAll(used);
    if (!unused.isEmpty()) {
      throw DynamoDbException.ofRequest(ParameterTexts.unused(parameter, unused));
    }
  }

  DocumentPath resolve(ExpressionParameter parameter, DocumentPath path) {
    return path.withNames(name -> name.startsWith("#") ? name(parameter, name) : name);
  }

  private String name(ExpressionParameter parameter, String placeholder) {
    @Nullable String name = names.get(placeholder);
    if (name == null) {
      throw parameter.invalid(ExpressionTexts.undefinedName(placeholder));
    }
    return name;
  }

  AttributeValue value(ExpressionParameter parameter, String placeholder) {
    @Nullable AttributeValue value = values.get(placeholder);
    if (value == null) {
      throw parameter.invalid(ExpressionTexts.undefinedValue(placeholder));
    }
    return value;
  }
}
