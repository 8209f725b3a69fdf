package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.ValueWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write.
 *
 * @param condition null for none
 * @param returnsOld whether a failure answers the item
 */
public record WriteCondition(@Nullable Condition condition, boolean returnsOld) {

  /** Refuses paths into key attributes. */
  public void checkPaths(Table table) {
    if (condition != null) {
      KeyPaths.refuseNested(condition.paths(), table.keys().names(), indexKeys(table));
    }
  }

  /** Throws if an item does not meet the condition. */
  public void check(@Nullable Item item) {
    if (condition == null || condition.test(item == null ? Map.of() : item.attributes())) {
      return;
    }
    Map<String, JsonElement> members =
        returnsOld && item != null
            ? Map.of("Item", ValueWriter.write(item.attributes()))
            : Map.of();
    throw DynamoDbException.of(ErrorType.CONDITIONAL_CHECK_FAILED, Texts.CONDITION_FAILED, members);
  }

  /** Returns the names of all key attributes of indexes that are none of the table's. */
  public static List<String> indexKeys(Table table) {
    return table.indexes().stream()
        .map(Index::keys)
        .flatMap(keys -> keys.names().stream())
        .filter(name -> !table.keys().names().contains(name))
        .distinct()
        .toList();
  }
}
