package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.text.ParameterTexts;
import java.util.Collection;
import java.util.List;

/** The rule that a request has either expressions or the legacy parameters they replace. */
public final class MixedParameters {

  /** The legacy parameters in the order in which AWS names them. */
  private static final List<String> LEGACY =
      List.of(
          "AttributesToGet",
          "AttributeUpdates",
          "QueryFilter",
          "ScanFilter",
          "Expected",
          "ConditionalOperator",
          "KeyConditions");

  /** The expressions in the order in which AWS names them. */
  private static final List<String> EXPRESSIONS =
      List.of(
          "ProjectionExpression",
          "FilterExpression",
          "UpdateExpression",
          "ConditionExpression",
          "KeyConditionExpression");

  private MixedParameters() {}

  /**
   * Throws if a request has both kinds. KeyConditions may stand beside a FilterExpression.
   *
   * @param parameters the names of all parameters that the request has, of a batch those of all its
   *     tables
   */
  public static void refuse(Collection<String> parameters) {
    List<String> legacy = LEGACY.stream().filter(parameters::contains).toList();
    List<String> expressions = EXPRESSIONS.stream().filter(parameters::contains).toList();
    boolean separate = legacy.isEmpty() || expressions.isEmpty();
    boolean keyConditionsOnly =
        legacy.equals(List.of("KeyConditions")) && expressions.equals(List.of("FilterExpression"));
    if (!separate && !keyConditionsOnly) {
      throw DynamoDbException.ofRequest(ParameterTexts.mixed(legacy, expressions));
    }
  }
}
