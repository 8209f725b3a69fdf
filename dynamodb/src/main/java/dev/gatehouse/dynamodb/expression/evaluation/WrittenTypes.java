package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateFunctions;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of what an update writes, as far as they are known without an item. */
public final class WrittenTypes {

  private WrittenTypes() {}

  /** Returns the types of the attributes that are written whole. */
  public static Map<String, String> of(List<UpdateNode> actions) {
    Map<String, String> types = new LinkedHashMap<>();
    for (UpdateNode action : actions) {
      if (!action.target().nested()) {
        type(action).ifPresent(type -> types.put(action.target().attribute(), type));
      }
    }
    return types;
  }

  private static Optional<String> type(UpdateNode action) {
    return switch (action) {
      case UpdateNode.Set set -> type(set.value());
      case UpdateNode.Add add -> type(add.value());
      case UpdateNode.Delete delete -> type(delete.value());
      case UpdateNode.Remove remove -> Optional.empty();
    };
  }

  private static Optional<String> type(Operand operand) {
    return switch (operand) {
      case Operand.Constant constant -> Optional.of(constant.value().type());
      case Operand.Arithmetic arithmetic -> Optional.of("N");
      case Operand.FunctionCall call ->
          call.function().equals(UpdateFunctions.LIST_APPEND)
              ? Optional.of("L")
              : type(call.operands().getLast());
      case Operand.Path path -> Optional.empty();
      case Operand.Value value -> Optional.empty();
    };
  }
}
