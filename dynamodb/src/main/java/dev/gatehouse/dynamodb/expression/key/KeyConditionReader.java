package dev.gatehouse.dynamodb.expression.key;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ComparisonOperator;
import dev.gatehouse.dynamodb.expression.syntax.ConditionFunctions;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.KeyConditionTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The key conditions of a condition, which may have no other form than they can have. */
public final class KeyConditionReader {

  private final Map<String, KeyCondition> found = new LinkedHashMap<>();

  private KeyConditionReader() {}

  /** Returns the key conditions of a condition whose placeholders were replaced. */
  public static KeyConditions read(Condition condition) {
    KeyConditionReader reader = new KeyConditionReader();
    reader.add(condition.root());
    return new KeyConditions(List.copyOf(reader.found.values()));
  }

  private void add(ConditionNode condition) {
    switch (condition) {
      case ConditionNode.And and -> and.conditions().forEach(this::add);
      case ConditionNode.Or or -> refuseOperator("OR");
      case ConditionNode.Not not -> refuseOperator("NOT");
      case ConditionNode.In in -> refuseOperator("IN");
      case ConditionNode.Comparison comparison -> comparison(comparison);
      case ConditionNode.Between between -> {
        requireAttributeFirst("BETWEEN", between.operand());
        put(between, KeyOperator.BETWEEN);
      }
      case ConditionNode.FunctionTest test -> function(test);
    }
  }

  private static void refuseOperator(String operator) {
    throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.invalidOperator(operator));
  }

  private void comparison(ConditionNode.Comparison comparison) {
    ComparisonOperator operator = comparison.operator();
    if (operator == ComparisonOperator.NOT_EQUAL) {
      refuseOperator(operator.symbol());
    }
    boolean attributeFirst = comparison.left() instanceof Operand.Path;
    put(comparison, KeyOperator.of(attributeFirst ? operator : operator.mirrored()));
  }

  private void function(ConditionNode.FunctionTest test) {
    String function = test.call().function();
    if (!function.equals(ConditionFunctions.BEGINS_WITH)) {
      refuseOperator(function);
    }
    requireAttributeFirst(function, test.operands().getFirst());
    put(test, KeyOperator.BEGINS_WITH);
  }

  private static void requireAttributeFirst(String operator, Operand operand) {
    if (!(operand instanceof Operand.Path)) {
      throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.attributeFirst(operator));
    }
  }

  private void put(ConditionNode condition, KeyOperator operator) {
    String attribute = attribute(condition.operands());
    List<AttributeValue> values = new ArrayList<>();
    for (Operand operand : condition.operands()) {
      if (operand instanceof Operand.Constant constant) {
        values.add(constant.value());
      }
    }
    KeyCondition keyCondition = new KeyCondition(attribute, operator, values);
    if (found.put(attribute, keyCondition) != null) {
      throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.ONE_CONDITION_PER_KEY);
    }
  }

  private static String attribute(List<Operand> operands) {
    Optional<DocumentPath> found = Optional.empty();
    for (Operand operand : operands) {
      if (operand instanceof Operand.FunctionCall) {
        throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.NESTED_OPERATION);
      }
      if (operand instanceof Operand.Path path) {
        if (found.isPresent()) {
          throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.SEVERAL_ATTRIBUTES);
        }
        if (path.path().nested()) {
          throw ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.NESTED_ATTRIBUTE);
        }
        found = Optional.of(path.path());
      }
    }
    return found
        .map(DocumentPath::attribute)
        .orElseThrow(
            () -> ExpressionParameter.KEY_CONDITION.invalid(KeyConditionTexts.NO_ATTRIBUTE));
  }
}
