package dev.gatehouse.dynamodb.expression.evaluation;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.path.PathChange;
import dev.gatehouse.dynamodb.expression.path.PathChanges;
import dev.gatehouse.dynamodb.expression.syntax.Operand;
import dev.gatehouse.dynamodb.expression.syntax.UpdateFunctions;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.expression.text.UpdateTexts;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The evaluation of an update: every action and operand reads the item as it was before. */
public final class UpdateEvaluator {

  private final Map<String, AttributeValue> item;
  private final String typeMismatch;

  /** Creates an evaluation against an item, with the text of a stored value of the wrong type. */
  public UpdateEvaluator(Map<String, AttributeValue> item, String typeMismatch) {
    this.item = item;
    this.typeMismatch = typeMismatch;
  }

  /** Returns the item after the actions. */
  public Map<String, AttributeValue> apply(List<UpdateNode> actions) {
    PathChanges changes = new PathChanges();
    for (UpdateNode action : actions) {
      changes.put(action.target(), change(action));
    }
    return changes.applyTo(item);
  }

  private PathChange change(UpdateNode action) {
    return switch (action) {
      case UpdateNode.Set set -> new PathChange.Write(value(set.value()));
      case UpdateNode.Remove remove -> new PathChange.Remove();
      case UpdateNode.Add add -> new PathChange.Write(sum(add));
      case UpdateNode.Delete delete -> difference(delete);
    };
  }

  private AttributeValue sum(UpdateNode.Add add) {
    @Nullable AttributeValue stored = add.target().read(item);
    AttributeValue added = value(add.value());
    return stored == null
        ? added
        : StoredValues.sum(stored, added)
            .orElseThrow(() -> DynamoDbException.validation(typeMismatch));
  }

  private PathChange difference(UpdateNode.Delete delete) {
    @Nullable AttributeValue stored = delete.target().read(item);
    if (stored == null) {
      // To remove what is not there changes nothing, but its parent must be there.
      return new PathChange.Remove();
    }
    AttributeValue rest =
        StoredValues.difference(stored, value(delete.value()))
            .orElseThrow(() -> DynamoDbException.validation(typeMismatch));
    return StoredValues.isEmptySet(rest) ? new PathChange.Remove() : new PathChange.Write(rest);
  }

  private AttributeValue value(Operand operand) {
    return switch (operand) {
      case Operand.Constant constant -> constant.value();
      case Operand.Path path -> stored(path);
      case Operand.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Operand.FunctionCall call -> function(call);
      case Operand.Value value ->
          throw new IllegalStateException(value.placeholder() + " was not replaced");
    };
  }

  private AttributeValue stored(Operand.Path path) {
    @Nullable AttributeValue stored = path.path().read(item);
    if (stored == null) {
      throw DynamoDbException.validation(UpdateTexts.MISSING_ATTRIBUTE);
    }
    return stored;
  }

  private AttributeValue arithmetic(Operand.Arithmetic arithmetic) {
    BigDecimal left = number(arithmetic.left());
    BigDecimal right = number(arithmetic.right());
    BigDecimal result = arithmetic.operator().equals("+") ? left.add(right) : left.subtract(right);
    return StoredValues.number(result);
  }

  private BigDecimal number(Operand operand) {
    if (value(operand) instanceof AttributeValue.N number) {
      return number.value();
    }
    throw DynamoDbException.validation(UpdateTexts.INCORRECT_TYPE);
  }

  private AttributeValue function(Operand.FunctionCall call) {
    Operand first = call.operands().get(0);
    Operand second = call.operands().get(1);
    if (call.function().equals(UpdateFunctions.IF_NOT_EXISTS)) {
      @Nullable AttributeValue stored =
          first instanceof Operand.Path path ? path.path().read(item) : null;
      return stored == null ? value(second) : stored;
    }
    if (value(first) instanceof AttributeValue.L head
        && value(second) instanceof AttributeValue.L tail) {
      List<AttributeValue> elements = new ArrayList<>(head.elements());
      elements.addAll(tail.elements());
      return new AttributeValue.L(elements);
    }
    throw DynamoDbException.validation(UpdateTexts.INCORRECT_TYPE);
  }
}
