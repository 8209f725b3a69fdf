package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.syntax.ConditionNode;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.ArrayList;
import java.util.List;

/** The replacement of placeholders and the checks of operands, one condition after the other. */
final class ConditionResolver {

  private final PlaceholderReplacer replacer;
  private final ConditionChecks checks;

  ConditionResolver(ExpressionParameter parameter, ExpressionAttributes attributes) {
    this.replacer = PlaceholderReplacer.ofAll(parameter, attributes);
    this.checks = new ConditionChecks(parameter);
  }

  ConditionNode resolve(ConditionNode condition) {
    return switch (condition) {
      case ConditionNode.And and -> new ConditionNode.And(resolve(and.conditions()));
      case ConditionNode.Or or -> new ConditionNode.Or(resolve(or.conditions()));
      case ConditionNode.Not not -> new ConditionNode.Not(resolve(not.condition()));
      default -> checked(replaced(condition));
    };
  }

  /** Resolves conditions in a loop, because they nest deeply. */
  private List<ConditionNode> resolve(List<ConditionNode> conditions) {
    List<ConditionNode> resolved = new ArrayList<>(conditions.size());
    for (ConditionNode condition : conditions) {
      resolved.add(resolve(condition));
    }
    return resolved;
  }

  private ConditionNode checked(ConditionNode condition) {
    checks.check(condition);
    return condition;
  }

  private ConditionNode replaced(ConditionNode condition) {
    return switch (condition) {
      case ConditionNode.Comparison comparison ->
          new ConditionNode.Comparison(
              comparison.operator(),
              replacer.replace(comparison.left()),
              replacer.replace(comparison.right()));
      case ConditionNode.Between between ->
          new ConditionNode.Between(
              replacer.replace(between.operand()),
              replacer.replace(between.lower()),
              replacer.replace(between.upper()));
      case ConditionNode.In in ->
          new ConditionNode.In(replacer.replace(in.operand()), replacer.replace(in.others()));
      case ConditionNode.FunctionTest test ->
          new ConditionNode.FunctionTest(replacer.replace(test.call()));
      default -> condition;
    };
  }
}
