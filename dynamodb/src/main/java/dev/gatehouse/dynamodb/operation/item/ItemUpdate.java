package dev.gatehouse.dynamodb.operation.item;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.UpdatedItem;
import dev.gatehouse.dynamodb.expression.path.DocumentPath;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An update of one item, applied to what is stored. */
public final class ItemUpdate {

  /** What is said of an updated item of more than 400 KB. */
  public static final String TOO_LARGE =
      "Item size to update has exceeded the maximum allowed size";

  private final Table table;
  private final Map<String, AttributeValue> key;
  private final Update update;
  private @Nullable Item before;
  private @Nullable UpdatedItem updated;

  public ItemUpdate(Table table, Map<String, AttributeValue> key, Update update) {
    this.table = table;
    this.key = key;
    this.update = update;
  }

  /** Returns the updated item, null if it is absent and stays so; throws what cannot be stored. */
  public @Nullable Item apply(@Nullable Item stored) {
    before = stored;
    if (stored == null && !update.createsItem()) {
      return null;
    }
    UpdatedItem result = update.apply(stored == null ? key : stored.attributes());
    updated = result;
    Item after = Item.of(result.after());
    if (after.size() > Sizes.LARGEST_ITEM) {
      throw DynamoDbException.validation(TOO_LARGE);
    }
    if (Sizes.depth(after.attributes()) > Sizes.DEEPEST) {
      throw DynamoDbException.validation(Texts.NESTING_OF_RESULT);
    }
    ItemKeys.checkUpdatedIndexKeys(
        table,
        after.attributes(),
        update.targets().stream().map(DocumentPath::attribute).collect(Collectors.toSet()));
    return after;
  }

  /** Returns what a value of ReturnValues asks for, null for nothing. */
  @Nullable Map<String, AttributeValue> returned(String returnValues) {
    @Nullable UpdatedItem result = updated;
    @Nullable Map<String, AttributeValue> attributes =
        switch (returnValues) {
          case "ALL_OLD" -> before == null ? null : before.attributes();
          case "ALL_NEW" -> result == null ? null : result.after();
          case "UPDATED_OLD" -> before == null || result == null ? null : result.updatedOld();
          case "UPDATED_NEW" -> result == null ? null : result.updatedNew();
          default -> null;
        };
    return attributes == null || attributes.isEmpty() ? null : attributes;
  }
}
