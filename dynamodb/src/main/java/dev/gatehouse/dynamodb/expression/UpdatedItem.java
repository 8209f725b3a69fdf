package dev.gatehouse.dynamodb.expression;

import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.expression.path.PathProjection;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.List;
import java.util.Map;

/**
 * An item before and after an update.
 *
 * @param before the item before
 * @param after the item after
 * @param targets the paths that the update changed
 */
public record UpdatedItem(
    Map<String, AttributeValue> before,
    Map<String, AttributeValue> after,
    List<DocumentPath> targets) {

  /** Returns what UPDATED_OLD answers: what was at the paths; empty for no Attributes. */
  public Map<String, AttributeValue> updatedOld() {
    return PathProjection.on(targets).of(before);
  }

  /**
   * Returns what UPDATED_NEW answers: what is at the paths now, even where an index leads to what
   * has moved up, as AWS does; empty for no Attributes.
   */
  public Map<String, AttributeValue> updatedNew() {
    return PathProjection.on(targets).of(after);
  }
}
