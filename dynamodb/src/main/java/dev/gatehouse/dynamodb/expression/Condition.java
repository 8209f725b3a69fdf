package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.evaluation.ConditionEvaluator;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.ConditionPaths;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;

/**
 * A condition that an item meets or not.
 *
 * @param root the root of its tree, with its placeholders replaced
 */
public record Condition(ConditionNode root) {

  /** Returns true if the item meets the condition; an item that does not exist is an empty map. */
  public boolean test(Map<String, AttributeValue> item) {
    return ConditionEvaluator.test(root, item);
  }

  /** Returns the document paths of the condition as they are written. */
  public List<DocumentPath> paths() {
    return ConditionPaths.of(root);
  }
}
