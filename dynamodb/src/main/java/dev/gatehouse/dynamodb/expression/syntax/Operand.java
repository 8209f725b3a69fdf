package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;

/** An operand as it is written, or with its placeholders replaced. */
public sealed interface Operand extends ExpressionNode {

  /** A document path, whose names may be placeholders. */
  record Path(DocumentPath path) implements Operand {}

  /** A placeholder of a value. */
  record Value(String placeholder) implements Operand {}

  /** A value in the place of its placeholder. */
  record Constant(AttributeValue value) implements Operand {}

  /** A function with its operands. */
  record FunctionCall(String function, List<Operand> operands) implements Operand {}

  /** A sum or difference in an update. */
  record Arithmetic(String operator, Operand left, Operand right) implements Operand {}
}
