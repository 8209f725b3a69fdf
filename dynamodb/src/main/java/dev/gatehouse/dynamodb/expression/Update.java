package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.evaluation.UpdateCharge;
import dev.gatehouse.dynamodb.expression.evaluation.UpdateEvaluator;
import dev.gatehouse.dynamodb.expression.evaluation.WrittenTypes;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.syntax.ConditionPaths;
import dev.gatehouse.dynamodb.expression.syntax.UpdateNode;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The actions of an update.
 *
 * @param actions the actions, with their placeholders replaced
 * @param typeMismatch the text of a stored value whose type does not fit ADD or DELETE
 */
public record Update(List<UpdateNode> actions, String typeMismatch) {

  /** An update without actions. */
  public static final Update NONE = new Update(List.of(), "");

  public Update {
    actions = List.copyOf(actions);
  }

  /**
   * Returns the item before and after the actions.
   *
   * @param item the stored item, or of one that is missing its key
   * @throws dev.gatehouse.dynamodb.error.DynamoDbException if the actions do not fit the item
   */
  public UpdatedItem apply(Map<String, AttributeValue> item) {
    Map<String, AttributeValue> after = new UpdateEvaluator(item, typeMismatch).apply(actions);
    return new UpdatedItem(item, after, targets());
  }

  /**
   * Returns true if the update creates an item that is missing: AWS ignores an update that only
   * removes, and does not even look at its paths.
   */
  public boolean createsItem() {
    return actions.isEmpty()
        || actions.stream()
            .anyMatch(
                action -> action instanceof UpdateNode.Set || action instanceof UpdateNode.Add);
  }

  /** Returns the paths that the actions change, as they are written. */
  public List<DocumentPath> targets() {
    return actions.stream().map(UpdateNode::target).toList();
  }

  /**
   * Returns the types of the attributes that are written whole, as far as the request shows them:
   * AWS refuses a wrong type of an index key before it reads the item.
   */
  public Map<String, String> writtenTypes() {
    return WrittenTypes.of(actions);
  }

  /** Returns the paths that the actions read, as they are written. */
  public List<DocumentPath> operandPaths() {
    List<DocumentPath> paths = new ArrayList<>();
    for (UpdateNode action : actions) {
      if (action instanceof UpdateNode.Set set) {
        paths.addAll(ConditionPaths.of(set.value()));
      }
    }
    return paths;
  }

  /** Returns what AWS charges the request for, which may be 409,600 bytes at most. */
  public int requestCharge() {
    return UpdateCharge.of(actions);
  }
}
