package dev.gatehouse.dynamodb.expression.text;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.value.Utf8;

/** A parameter of a request that carries an expression. */
public enum ExpressionParameter {
  CONDITION("ConditionExpression", false),
  /** A ConditionExpression of TransactWriteItems, which names the size of one too large. */
  TRANSACT_CONDITION("ConditionExpression", true),
  FILTER("FilterExpression", false),
  /** A FilterExpression of Scan, which names the size of one too large. */
  SCAN_FILTER("FilterExpression", true),
  KEY_CONDITION("KeyConditionExpression", false),
  PROJECTION("ProjectionExpression", false),
  UPDATE("UpdateExpression", false);

  private static final int LARGEST_EXPRESSION = 4096;

  private final String parameterName;
  private final boolean namingSize;

  ExpressionParameter(String parameterName, boolean namingSize) {
    this.parameterName = parameterName;
    this.namingSize = namingSize;
  }

  /** Returns the name of the parameter in requests. */
  public String parameterName() {
    return parameterName;
  }

  /** Returns the error of an invalid expression. */
  public DynamoDbException invalid(String text) {
    return DynamoDbException.ofRequest("Invalid " + parameterName + ": " + text);
  }

  /** Throws if the expression is empty. */
  public void refuseEmpty(String expression) {
    if (expression.isEmpty()) {
      throw invalid(ExpressionTexts.EMPTY);
    }
  }

  /** Throws if the expression has more than 4,096 bytes. */
  public void refuseTooLarge(String expression) {
    int size = Utf8.length(expression);
    if (size > LARGEST_EXPRESSION) {
      throw invalid(ExpressionTexts.TOO_LARGE + (namingSize ? " expression size: " + size : ""));
    }
  }
}
