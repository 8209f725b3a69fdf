package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ComparisonOperator;
import dev.gatehouse.dynamodb.expression.syntax.ConditionFunctions;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueOrder;
import java.util.List;

/** A comparison of an attribute with arguments that were checked. */
record LegacyComparison(LegacyOperator operator, List<AttributeValue> arguments) {

  /** Creates a comparison; throws if the operator does not take the arguments. */
  static LegacyComparison checked(LegacyOperator operator, List<AttributeValue> arguments) {
    LegacyComparison comparison = new LegacyComparison(operator, arguments);
    comparison.refuseCount();
    comparison.refuseTypes();
    comparison.refuseBounds();
    return comparison;
  }

  private void refuseCount() {
    if (!operator.takes(arguments.size())) {
      throw DynamoDbException.ofRequest(LegacyTexts.argumentCount(operator.name()));
    }
  }

  private void refuseTypes() {
    for (AttributeValue argument : arguments) {
      if (!operator.takes(argument.type())) {
        throw DynamoDbException.ofRequest(
            LegacyTexts.argumentType(operator.name(), argument.type()));
      }
    }
    if (arguments.stream().map(AttributeValue::type).distinct().count() > 1) {
      throw DynamoDbException.ofRequest(LegacyTexts.SAME_TYPE);
    }
  }

  private void refuseBounds() {
    if (operator == LegacyOperator.BETWEEN
        && ValueOrder.compare(arguments.getFirst(), arguments.getLast()).orElse(0) > 0) {
      throw DynamoDbException.ofRequest(LegacyTexts.BOUND_ORDER);
    }
  }

  /** Returns the condition that an attribute compares so. */
  ConditionNode of(String attribute) {
    Operand path = new Operand.Path(DocumentPath.of(attribute));
    return switch (operator) {
      case EQ -> comparison(ComparisonOperator.EQUAL, path);
      case NE -> comparison(ComparisonOperator.NOT_EQUAL, path);
      case LE -> comparison(ComparisonOperator.LESS_OR_EQUAL, path);
      case LT -> comparison(ComparisonOperator.LESS, path);
      case GE -> comparison(ComparisonOperator.GREATER_OR_EQUAL, path);
      case GT -> comparison(ComparisonOperator.GREATER, path);
      case NOT_NULL -> ConditionNode.FunctionTest.of(ConditionFunctions.ATTRIBUTE_EXISTS, path);
      case NULL -> ConditionNode.FunctionTest.of(ConditionFunctions.ATTRIBUTE_NOT_EXISTS, path);
      case CONTAINS -> function(ConditionFunctions.CONTAINS, path);
      case NOT_CONTAINS -> new ConditionNode.Not(function(ConditionFunctions.CONTAINS, path));
      case BEGINS_WITH -> function(ConditionFunctions.BEGINS_WITH, path);
      case IN -> new ConditionNode.In(path, operands());
      case BETWEEN -> new ConditionNode.Between(path, operands().getFirst(), operands().getLast());
    };
  }

  private ConditionNode comparison(ComparisonOperator comparison, Operand path) {
    return new ConditionNode.Comparison(comparison, path, operands().getFirst());
  }

  private ConditionNode function(String function, Operand path) {
    return ConditionNode.FunctionTest.of(function, path, operands().getFirst());
  }

  private List<Operand> operands() {
    return arguments.stream().map(argument -> (Operand) new Operand.Constant(argument)).toList();
  }
}
