package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.MixedParameters;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.ProjectionExpression;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.AttributesToGetMembers;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.LegacyParameters;
import dev.gatehouse.dynamodb.operation.Members;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.operation.TableNames;
import dev.gatehouse.dynamodb.operation.Violations;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.value.ValueWriter;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** GetItem. */
public final class GetItem implements Operation {

  private final Engine engine;

  public GetItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    checkMembers(request);
    JsonObject json = request.json().getAsJsonObject("Key");
    AttributeNames.refuse(json);
    AttributesToGetMembers.refuseEmptyNames(request);
    MixedParameters.refuse(request.json().keySet());
    @Nullable String text = request.string("ProjectionExpression");
    Placeholders placeholders = new Placeholders(request, Placeholders.Wrapping.NONE);
    placeholders.checkNames(text != null);
    Map<String, AttributeValue> key = new ValueReader(request.layer()).readMap(json);
    Nesting.check(key);
    @Nullable Projection projection = new LegacyParameters(request).attributesToGet();
    if (text != null) {
      ExpressionAttributes attributes = placeholders.read();
      ProjectionExpression expression = ProjectionExpression.parse(text);
      projection = expression.resolve(attributes);
      attributes.refuseUnused(expression);
    }
    Table table = engine.table(request.string("TableName", ""));
    ItemKeys.checkKey(table, key);
    if (projection != null) {
      KeyPaths.refuseNested(
          projection.paths(), table.keys().names(), WriteCondition.indexKeys(table));
    }
    return answer(request, table, table.items().get(table.keys().bytes(key)), projection);
  }

  private static JsonObject answer(
      Parameters request, Table table, @Nullable Item item, @Nullable Projection projection) {
    JsonObject answer = new JsonObject();
    if (item != null) {
      Map<String, AttributeValue> attributes = item.attributes();
      answer.add(
          "Item", ValueWriter.write(projection == null ? attributes : projection.of(attributes)));
    }
    Capacity capacity = new Capacity(table);
    capacity.add(Capacity.read(item == null ? 0 : item.size(), request.flag("ConsistentRead")));
    capacity.addTo(answer, request.string("ReturnConsumedCapacity"));
    return answer;
  }

  private static void checkMembers(Parameters request) {
    WriteMembers.refuseEmptyTable(request);
    Violations to = new Violations();
    to.requirePresent(request.has("Key"), "key");
    TableNames.requireItemTable(request.string("TableName"), "tableName", to);
    Members.requireConsumedCapacity(request, to);
    AttributesToGetMembers.require(request, "attributesToGet", to);
    to.refuse();
  }
}
