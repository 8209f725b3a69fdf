package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;

/** DeleteItem. */
public final class DeleteItem implements Operation {

  private final Engine engine;

  public DeleteItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    return ItemWrite.enveloped(request, () -> delete(request));
  }

  private JsonObject delete(Parameters request) {
    WriteMembers.check(request, "key", true);
    Map<String, AttributeValue> key = WriteMembers.read(request, "Key");
    WriteCondition condition = new ConditionParameters(request).read();
    Table table = engine.table(request.string("TableName", ""));
    ItemKeys.checkKey(table, key);
    condition.checkPaths(table);
    return new ItemWrite(engine, request, table, key)
        .run(condition, before -> null, (before, after) -> ItemWrite.oldValues(request, before));
  }
}
