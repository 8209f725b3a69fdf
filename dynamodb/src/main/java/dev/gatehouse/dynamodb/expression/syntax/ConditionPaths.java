package dev.gatehouse.dynamodb.expression.syntax;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import java.util.ArrayList;
import java.util.List;

/** The document paths of conditions and operands. */
public final class ConditionPaths {

  private final List<DocumentPath> paths = new ArrayList<>();

  private ConditionPaths() {}

  /** Returns the paths of a condition from left to right. */
  public static List<DocumentPath> of(ConditionNode condition) {
    ConditionPaths found = new ConditionPaths();
    found.add(condition);
    return found.paths;
  }

  /** Returns the paths of an operand from left to right. */
  public static List<DocumentPath> of(Operand operand) {
    ConditionPaths found = new ConditionPaths();
    found.add(operand);
    return found.paths;
  }

  private void add(ConditionNode condition) {
    switch (condition) {
      case ConditionNode.And and -> and.conditions().forEach(this::add);
      case ConditionNode.Or or -> or.conditions().forEach(this::add);
      case ConditionNode.Not not -> add(not.condition());
      default -> condition.operands().forEach(this::add);
    }
  }

  private void add(Operand operand) {
    switch (operand) {
      case Operand.Path path -> paths.add(path.path());
      case Operand.FunctionCall call -> call.operands().forEach(this::add);
      case Operand.Arithmetic arithmetic -> {
        add(arithmetic.left());
        add(arithmetic.right());
      }
      case Operand.Value value -> {}
      case Operand.Constant constant -> {}
    }
  }
}
