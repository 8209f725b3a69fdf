package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.List;

/** The replacement of placeholders in the operands of an expression. */
final class PlaceholderReplacer {

  private final ExpressionParameter parameter;
  private final ExpressionAttributes attributes;
  private final boolean names;
  private final boolean values;

  private PlaceholderReplacer(
      ExpressionParameter parameter,
      ExpressionAttributes attributes,
      boolean names,
      boolean values) {
    this.parameter = parameter;
    this.attributes = attributes;
    this.names = names;
    this.values = values;
  }

  /** Creates a replacer of all placeholders. */
  static PlaceholderReplacer ofAll(ExpressionParameter parameter, ExpressionAttributes attributes) {
    return new PlaceholderReplacer(parameter, attributes, true, true);
  }

  /** Creates a replacer of the placeholders of names. */
  static PlaceholderReplacer ofNames(
      ExpressionParameter parameter, ExpressionAttributes attributes) {
    return new PlaceholderReplacer(parameter, attributes, true, false);
  }

  /** Creates a replacer of the placeholders of values. */
  static PlaceholderReplacer ofValues(
      ExpressionParameter parameter, ExpressionAttributes attributes) {
    return new PlaceholderReplacer(parameter, attributes, false, true);
  }

  DocumentPath replace(DocumentPath path) {
    return names ? attributes.resolve(parameter, path) : path;
  }

  Operand replace(Operand operand) {
    return switch (operand) {
      case Operand.Path path -> new Operand.Path(replace(path.path()));
      case Operand.Value value ->
          values ? new Operand.Constant(attributes.value(parameter, value.placeholder())) : value;
      case Operand.Constant constant -> constant;
      case Operand.FunctionCall call -> replace(call);
      case Operand.Arithmetic arithmetic ->
          new Operand.Arithmetic(
              arithmetic.operator(), replace(arithmetic.left()), replace(arithmetic.right()));
    };
  }

  Operand.FunctionCall replace(Operand.FunctionCall call) {
    return new Operand.FunctionCall(call.function(), replace(call.operands()));
  }

  List<Operand> replace(List<Operand> operands) {
    return operands.stream().map(this::replace).toList();
  }
}
