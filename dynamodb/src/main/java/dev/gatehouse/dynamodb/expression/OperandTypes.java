package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.ConditionFunctions;
import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import dev.gatehouse.dynamodb.expression.text.ExpressionTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Numbers;
import dev.gatehouse.dynamodb.value.ValueOrder;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The checks of the types of operands, as far as a request shows them without an item. */
final class OperandTypes {

  private static final Set<String> ORDERED = Set.of("S", "N", "B");
  private static final Set<String> PREFIXED = Set.of("S", "B");
  private static final Set<String> SIZELESS = Set.of("N", "BOOL", "NULL");
  private static final Set<String> TYPES =
      Set.of("S", "N", "B", "BOOL", "NULL", "SS", "NS", "BS", "L", "M");

  /** What AWS calls the type of a path: any, with those that no client sees. */
  private static final String ANY_TYPE =
      "{S,SS,N,NS,B,BS,BOOL,NULL,L,M,HD,DOUBLE,FLOAT,HDS,FS,DOUBLESET,DICT,DECIMAL,INT,"
          + "DECIMALSET,INTSET}";

  private final ExpressionParameter parameter;

  OperandTypes(ExpressionParameter parameter) {
    this.parameter = parameter;
  }

  void checkOrdered(String operator, List<Operand> operands) {
    for (Operand operand : operands) {
      known(operand)
          .filter(type -> !ORDERED.contains(type))
          .ifPresent(type -> refuse(operator, type));
    }
  }

  void checkBetween(ConditionNode.Between between) {
    checkOrdered("BETWEEN", between.operands());
    if (between.lower() instanceof Operand.Constant lower
        && between.upper() instanceof Operand.Constant upper) {
      checkBounds(lower.value(), upper.value());
    }
  }

  private void checkBounds(AttributeValue lower, AttributeValue upper) {
    if (!lower.type().equals(upper.type())) {
      throw parameter.invalid(ExpressionTexts.boundTypes(text(lower), text(upper)));
    }
    if (ValueOrder.compare(lower, upper).orElse(0) > 0) {
      throw parameter.invalid(ExpressionTexts.boundOrder(text(lower), text(upper)));
    }
  }

  private static String text(AttributeValue value) {
    String text =
        switch (value) {
          case AttributeValue.S s -> s.value();
          case AttributeValue.N n -> Numbers.text(n.value());
          case AttributeValue.B b -> b.value().base64();
          default -> "";
        };
    return value.type() + ":" + text;
  }

  void checkFunction(Operand.FunctionCall call) {
    Operand first = call.operands().getFirst();
    switch (call.function()) {
      case ConditionFunctions.ATTRIBUTE_EXISTS, ConditionFunctions.ATTRIBUTE_NOT_EXISTS ->
          requirePath(call.function(), first);
      case ConditionFunctions.ATTRIBUTE_TYPE -> {
        requirePath(call.function(), first);
        checkTypeName(call.operands().get(1));
      }
      case ConditionFunctions.BEGINS_WITH -> call.operands().forEach(this::checkPrefix);
      case ConditionFunctions.SIZE ->
          known(first)
              .filter(SIZELESS::contains)
              .ifPresent(type -> refuse(ConditionFunctions.SIZE, type));
      default -> {}
    }
  }

  private void requirePath(String function, Operand operand) {
    if (!(operand instanceof Operand.Path)) {
      throw parameter.invalid(ExpressionTexts.pathRequired(function));
    }
  }

  private void checkPrefix(Operand operand) {
    known(operand)
        .filter(type -> !PREFIXED.contains(type))
        .ifPresent(type -> refuse(ConditionFunctions.BEGINS_WITH, type));
  }

  private void checkTypeName(Operand operand) {
    if (!(operand instanceof Operand.Constant constant
        && constant.value() instanceof AttributeValue.S name)) {
      refuse(ConditionFunctions.ATTRIBUTE_TYPE, known(operand).orElse(ANY_TYPE));
    } else if (!TYPES.contains(name.value())) {
      throw parameter.invalid(ExpressionTexts.unknownType(name.value()));
    }
  }

  private void refuse(String operator, String type) {
    throw parameter.invalid(ExpressionTexts.operandType(operator, type));
  }

  /** Returns the type of an operand; none for a path, which may have any. */
  private static Optional<String> known(Operand operand) {
    return switch (operand) {
      case Operand.Constant constant -> Optional.of(constant.value().type());
      case Operand.FunctionCall size -> Optional.of("N");
      default -> Optional.empty();
    };
  }
}
