package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.expression.text.ExpressionParameter;
import java.util.List;

/**
 * The replacement of placeholders and the checks of an update: names of all actions, then values,
 * overlaps, operands of ADD and DELETE, operands of functions.
 */
final class UpdateResolver {

  private static final ExpressionParameter PARAMETER = ExpressionParameter.UPDATE;

  private final PlaceholderReplacer names;
  private final PlaceholderReplacer values;

  UpdateResolver(ExpressionAttributes attributes) {
    this.names = PlaceholderReplacer.ofNames(PARAMETER, attributes);
    this.values = PlaceholderReplacer.ofValues(PARAMETER, attributes);
  }

  List<UpdateNode> resolve(List<UpdateNode> actions) {
    List<UpdateNode> named = actions.stream().map(each -> replace(names, each)).toList();
    List<UpdateNode> resolved = named.stream().map(each -> replace(values, each)).toList();
    PathOverlaps.refuse(PARAMETER, resolved.stream().map(UpdateNode::target).toList());
    resolved.forEach(UpdateChecks::checkClauseOperand);
    resolved.forEach(UpdateChecks::checkFunctions);
    return resolved;
  }

  private static UpdateNode replace(PlaceholderReplacer replacer, UpdateNode action) {
    DocumentPath target = replacer.replace(action.target());
    return switch (action) {
      case UpdateNode.Set set -> new UpdateNode.Set(target, replacer.replace(set.value()));
      case UpdateNode.Remove remove -> new UpdateNode.Remove(target);
      case UpdateNode.Add add -> new UpdateNode.Add(target, replacer.replace(add.value()));
      case UpdateNode.Delete delete -> {
        Operand value = replacer.replace(delete.value());
        yield new UpdateNode.Delete(target, value);
      }
    };
  }
}
