package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;

/** UpdateItem. */
public final class UpdateItem implements Operation {

  private final Engine engine;

  public UpdateItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    return ItemWrite.enveloped(request, () -> update(request));
  }

  private JsonObject update(Parameters request) {
    WriteMembers.checkUpdate(request);
    JsonObject json = request.json().getAsJsonObject("Key");
    AttributeNames.refuse(json);
    AttributeNames.refuseInPlaceholders(request.object("ExpressionAttributeValues"));
    new LegacyParameters(request).refuseEmptyNames("Expected");
    new LegacyParameters(request).refuseEmptyNames("AttributeUpdates");
    AttributeNames.refuseNullFalse(json);
    AttributeNames.refuseNullFalse(request.object("ExpressionAttributeValues"));
    UpdateParameters parameters = new UpdateParameters(request);
    parameters.read(json);
    Map<String, AttributeValue> key = parameters.key();
    Update update = parameters.update();
    WriteCondition condition = parameters.condition();
    if (update.requestCharge() > Sizes.LARGEST_ITEM) {
      throw DynamoDbException.validation(ItemUpdate.TOO_LARGE);
    }
    Table table = engine.table(request.string("TableName", ""));
    ItemKeys.checkKey(table, key);
    KeyPaths.refuseUpdatedKeys(update.targets(), table.keys().names());
    ItemKeys.checkWrittenTypes(table, update.writtenTypes());
    KeyPaths.refuseUpdates(
        update.targets(),
        update.operandPaths(),
        table.keys().names(),
        WriteCondition.indexKeys(table));
    condition.checkPaths(table);
    ItemUpdate change = new ItemUpdate(table, key, update);
    String returned = request.string("ReturnValues", "NONE");
    return new ItemWrite(engine, request, table, key)
        .run(condition, change::apply, (before, after) -> change.returned(returned));
  }
}
