package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.path.PathElement;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateFunctions;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.value.Utf8;
import java.util.List;

/** What AWS charges an update for, beside the item, when it limits requests to 400 KB. */
public final class UpdateCharge {

  private static final int UPDATE = 3;
  private static final int WRITING_ACTION = 19;
  private static final int CLEARING_ACTION = 1;
  private static final int TARGET_STEP = 4;
  private static final int PATH = 1;
  private static final int PATH_STEP = 14;
  private static final int PLUS = 34;
  private static final int MINUS = 37;
  private static final int IF_NOT_EXISTS = 39;
  private static final int LIST_APPEND = 37;

  private UpdateCharge() {}

  /** Returns the charge of an update. */
  public static int of(List<UpdateNode> actions) {
    return UPDATE + actions.stream().mapToInt(UpdateCharge::action).sum();
  }

  private static int action(UpdateNode action) {
    int target = target(action.target());
    return switch (action) {
      case UpdateNode.Set set -> WRITING_ACTION + target + operand(set.value());
      case UpdateNode.Add add -> WRITING_ACTION + target + operand(add.value());
      case UpdateNode.Remove remove -> CLEARING_ACTION + target;
      case UpdateNode.Delete delete -> CLEARING_ACTION + target;
    };
  }

  private static int target(DocumentPath path) {
    int steps = path.elements().size() - 1;
    return steps * TARGET_STEP + path.elements().stream().mapToInt(UpdateCharge::bytes).sum();
  }

  private static int operand(Operand operand) {
    return switch (operand) {
      case Operand.Path path -> path(path.path());
      case Operand.Constant constant -> Sizes.value(constant.value());
      case Operand.Arithmetic sum ->
          (sum.operator().equals("+") ? PLUS : MINUS) + operand(sum.left()) + operand(sum.right());
      case Operand.FunctionCall call ->
          (call.function().equals(UpdateFunctions.IF_NOT_EXISTS) ? IF_NOT_EXISTS : LIST_APPEND)
              + call.operands().stream().mapToInt(UpdateCharge::operand).sum();
      case Operand.Value value -> 0;
    };
  }

  private static int path(DocumentPath path) {
    int steps = path.elements().size();
    return PATH + steps * PATH_STEP + path.elements().stream().mapToInt(UpdateCharge::bytes).sum();
  }

  private static int bytes(PathElement element) {
    return switch (element) {
      case PathElement.Attribute attribute -> Utf8.length(attribute.name());
      case PathElement.Index index -> Integer.toString(index.index()).length();
    };
  }
}
