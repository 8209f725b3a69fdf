package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.expression.evaluation.Containment;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueOrder;
import java.util.List;

/**
 * A condition on one attribute of a key: a range of its values.
 *
 * @param attribute the name of the attribute
 * @param operator the comparison
 * @param values one value, or for BETWEEN the two bounds
 */
public record KeyCondition(String attribute, KeyOperator operator, List<AttributeValue> values) {

  public KeyCondition {
    values = List.copyOf(values);
  }

  /** Returns true if a value is in the range. */
  public boolean test(AttributeValue value) {
    return position(value) == 0;
  }

  /** Returns where a value of the key's type is: negative below the range, 0 in it, else above. */
  public int position(AttributeValue value) {
    int first = compare(value, values.getFirst());
    return switch (operator) {
      case EQUAL -> first;
      case LESS -> first < 0 ? 0 : 1;
      case LESS_OR_EQUAL -> first <= 0 ? 0 : 1;
      case GREATER -> first > 0 ? 0 : -1;
      case GREATER_OR_EQUAL -> first >= 0 ? 0 : -1;
      case BETWEEN -> first < 0 ? -1 : compare(value, values.getLast()) <= 0 ? 0 : 1;
      case BEGINS_WITH -> Containment.beginsWith(value, values.getFirst()) ? 0 : first;
    };
  }

  private static int compare(AttributeValue value, AttributeValue bound) {
    return Integer.signum(ValueOrder.compare(value, bound).orElse(-1));
  }
}
