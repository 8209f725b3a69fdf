package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.expression.syntax.ComparisonOperator;
import dev.gatehouse.dynamodb.expression.syntax.ConditionFunctions;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueOrder;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The evaluation of a condition whose placeholders were replaced against one item. */
public final class ConditionEvaluator {

  private final Map<String, AttributeValue> item;

  private ConditionEvaluator(Map<String, AttributeValue> item) {
    this.item = item;
  }

  /** Returns true if the item meets the condition. */
  public static boolean test(ConditionNode condition, Map<String, AttributeValue> item) {
    return new ConditionEvaluator(item).test(condition);
  }

  private boolean test(ConditionNode condition) {
    return switch (condition) {
      case ConditionNode.And and -> !any(and.conditions(), false);
      case ConditionNode.Or or -> any(or.conditions(), true);
      case ConditionNode.Not not -> !test(not.condition());
      case ConditionNode.Comparison comparison ->
          compare(comparison.operator(), value(comparison.left()), value(comparison.right()));
      case ConditionNode.Between between -> between(between);
      case ConditionNode.In in -> in(in);
      case ConditionNode.FunctionTest test ->
          function(test.call().function(), test.call().operands());
    };
  }

  /**
   * Returns true if one of the conditions has the result; a loop, because conditions nest deeply.
   */
  private boolean any(List<ConditionNode> conditions, boolean result) {
    for (ConditionNode condition : conditions) {
      if (test(condition) == result) {
        return true;
      }
    }
    return false;
  }

  private boolean between(ConditionNode.Between between) {
    @Nullable AttributeValue value = value(between.operand());
    return compare(ComparisonOperator.GREATER_OR_EQUAL, value, value(between.lower()))
        && compare(ComparisonOperator.LESS_OR_EQUAL, value, value(between.upper()));
  }

  private boolean in(ConditionNode.In in) {
    @Nullable AttributeValue value = value(in.operand());
    return in.others().stream()
        .anyMatch(other -> compare(ComparisonOperator.EQUAL, value, value(other)));
  }

  /** Compares two values; what is missing differs from everything and has no order. */
  private static boolean compare(
      ComparisonOperator operator, @Nullable AttributeValue left, @Nullable AttributeValue right) {
    boolean equal = left != null && left.equals(right);
    if (!operator.ordering()) {
      return equal == (operator == ComparisonOperator.EQUAL);
    }
    if (left == null || right == null) {
      return false;
    }
    OptionalInt order = ValueOrder.compare(left, right);
    return order.isPresent() && inOrder(operator, order.getAsInt());
  }

  private static boolean inOrder(ComparisonOperator operator, int order) {
    return switch (operator) {
      case LESS -> order < 0;
      case LESS_OR_EQUAL -> order <= 0;
      case GREATER -> order > 0;
      case GREATER_OR_EQUAL -> order >= 0;
      case EQUAL -> order == 0;
      case NOT_EQUAL -> order != 0;
    };
  }

  private boolean function(String function, List<Operand> operands) {
    @Nullable AttributeValue first = value(operands.getFirst());
    @Nullable AttributeValue second = operands.size() > 1 ? value(operands.get(1)) : null;
    return switch (function) {
      case ConditionFunctions.ATTRIBUTE_EXISTS -> first != null;
      case ConditionFunctions.ATTRIBUTE_NOT_EXISTS -> first == null;
      case ConditionFunctions.ATTRIBUTE_TYPE ->
          first != null
              && second instanceof AttributeValue.S type
              && type.value().equals(first.type());
      case ConditionFunctions.BEGINS_WITH -> Containment.beginsWith(first, second);
      case ConditionFunctions.CONTAINS -> Containment.contains(first, second);
      default -> throw new IllegalStateException(function + " is no condition");
    };
  }

  private @Nullable AttributeValue value(Operand operand) {
    return switch (operand) {
      case Operand.Path path -> path.path().read(item);
      case Operand.Constant constant -> constant.value();
      case Operand.FunctionCall call -> size(value(call.operands().getFirst()));
      default -> throw new IllegalStateException("An operand of a condition was not replaced");
    };
  }

  /** Returns the size of a value, or null for one that has none. */
  private static @Nullable AttributeValue size(@Nullable AttributeValue value) {
    if (value == null) {
      return null;
    }
    int size =
        switch (value) {
          // AWS counts UTF-16 code units here and bytes everywhere else.
          case AttributeValue.S s -> s.value().length();
          case AttributeValue.B b -> b.value().length();
          case AttributeValue.SS ss -> ss.members().size();
          case AttributeValue.NS ns -> ns.members().size();
          case AttributeValue.BS bs -> bs.members().size();
          case AttributeValue.L l -> l.elements().size();
          case AttributeValue.M m -> m.entries().size();
          default -> -1;
        };
    return size < 0 ? null : new AttributeValue.N(BigDecimal.valueOf(size));
  }
}
