package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;

/** PutItem. */
public final class PutItem implements Operation {

  /** What is said of an item of more than 400 KB. */
  public static final String TOO_LARGE = "Item size has exceeded the maximum allowed size";

  private final Engine engine;

  public PutItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    return ItemWrite.enveloped(request, () -> put(request));
  }

  private JsonObject put(Parameters request) {
    WriteMembers.check(request, "item", false);
    Map<String, AttributeValue> attributes = WriteMembers.read(request, "Item");
    WriteCondition condition = new ConditionParameters(request).read();
    Item item = Item.of(attributes);
    if (item.size() > Sizes.LARGEST_ITEM) {
      throw DynamoDbException.validation(TOO_LARGE);
    }
    Table table = engine.table(request.string("TableName", ""));
    ItemKeys.checkItem(table, attributes);
    ItemKeys.checkIndexKeys(table, attributes);
    condition.checkPaths(table);
    return new ItemWrite(engine, request, table, table.keys().of(attributes))
        .run(condition, before -> item, (before, after) -> ItemWrite.oldValues(request, before));
  }
}
