package dev.gatehouse.dynamodb.expression.legacy;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.expression.text.LegacyTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parameter AttributeUpdates. */
public final class AttributeUpdates {

  private static final String PUT = "PUT";
  private static final String ADD = "ADD";
  private static final String DELETE = "DELETE";
  private static final Set<String> ACTIONS = Set.of(PUT, ADD, DELETE);

  private static final Set<String> ADDABLE = Set.of("N", "SS", "NS", "BS", "L");
  private static final Set<String> DELETABLE = Set.of("SS", "NS", "BS");

  private AttributeUpdates() {}

  /**
   * Returns the update of the parameter; throws if an entry does not read, first of all actions.
   */
  public static Update read(Map<String, AttributeValueUpdate> attributeUpdates) {
    for (AttributeValueUpdate entry : attributeUpdates.values()) {
      if (!ACTIONS.contains(action(entry))) {
        // A broken constraint, which every operation answers in the envelope.
        throw DynamoDbException.ofRequest(LegacyTexts.ACTIONS).enveloped();
      }
    }
    List<UpdateNode> actions = new ArrayList<>();
    attributeUpdates.forEach(
        (attribute, entry) ->
            actions.add(node(DocumentPath.of(attribute), action(entry), entry.value())));
    return new Update(actions, LegacyTexts.TYPE_MISMATCH);
  }

  private static String action(AttributeValueUpdate entry) {
    return entry.action() == null ? PUT : entry.action();
  }

  private static UpdateNode node(
      DocumentPath target, String action, @Nullable AttributeValue value) {
    if (value == null) {
      if (!action.equals(DELETE)) {
        throw DynamoDbException.ofRequest(LegacyTexts.VALUE_MISSING);
      }
      return new UpdateNode.Remove(target);
    }
    Operand operand = new Operand.Constant(value);
    return switch (action) {
      case ADD -> {
        if (!ADDABLE.contains(value.type())) {
          throw DynamoDbException.ofRequest(LegacyTexts.addedType(value.type()));
        }
        yield new UpdateNode.Add(target, operand);
      }
      case DELETE -> {
        if (!DELETABLE.contains(value.type())) {
          throw DynamoDbException.ofRequest(LegacyTexts.deletedType(value.type()));
        }
        yield new UpdateNode.Delete(target, operand);
      }
      default -> new UpdateNode.Set(target, operand);
    };
  }
}
