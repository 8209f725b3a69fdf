package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.expression.ExpressionAttributes;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.expression.ProjectionExpression;
import dev.gatehouse.dynamodb.operation.AttributeNames;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.Nesting;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.operation.Placeholders;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.ValueReader;
import dev.gatehouse.dynamodb.value.ValueWriter;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TransactGetItems, which AWS's older layer reads. */
public final class TransactGetItems implements Operation {

  private final Engine engine;

  public TransactGetItems(Engine engine) {
    this.engine = engine;
  }

  /** An item that is asked for. */
  private record Get(
      String table, Map<String, AttributeValue> key, @Nullable Projection projection) {}

  @Override
  public JsonObject answer(Parameters sent) {
    Parameters request = sent.in(Layer.OLDER);
    TransactMembers.checkGets(request);
    List<Parameters> elements = new ArrayList<>();
    TransactMembers.items(request).forEach(each -> elements.add(request.of(each).structure("Get")));
    List<Map<String, AttributeValue>> keys = new ArrayList<>();
    for (Parameters get : elements) {
      JsonObject json = get.json().getAsJsonObject("Key");
      AttributeNames.refuse(json);
      Map<String, AttributeValue> key = new ValueReader(get.layer()).readMap(json);
      Nesting.check(key);
      keys.add(key);
    }
    List<Get> gets = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Parameters get = elements.get(i);
      gets.add(new Get(get.string("TableName", ""), keys.get(i), projection(get)));
    }
    List<Table> tables = gets.stream().map(get -> engine.table(get.table())).toList();
    check(gets, tables);
    return engine.store().snapshot(() -> read(request, gets, tables));
  }

  private static @Nullable Projection projection(Parameters get) {
    @Nullable String text = get.string("ProjectionExpression");
    Placeholders placeholders = new Placeholders(get, Placeholders.Wrapping.NONE);
    placeholders.checkNames(text != null);
    if (text == null) {
      return null;
    }
    ExpressionAttributes attributes = placeholders.read();
    ProjectionExpression expression = ProjectionExpression.parse(text);
    Projection projection = expression.resolve(attributes);
    attributes.refuseUnused(expression);
    return projection;
  }

  private static void check(List<Get> gets, List<Table> tables) {
    Reasons reasons = new Reasons();
    Set<Map<String, Object>> targets = new HashSet<>();
    boolean duplicates = false;
    for (int i = 0; i < gets.size(); i++) {
      Table table = tables.get(i);
      Get get = gets.get(i);
      reasons.attempt(
          () -> {
            ItemKeys.checkKey(table, get.key());
            return true;
          });
      Map<String, Object> target = new LinkedHashMap<>(get.key());
      target.put("", table.name());
      duplicates |= !targets.add(target);
    }
    reasons.refuse();
    if (duplicates) {
      throw DynamoDbException.validation(
          "Transaction request cannot include multiple operations on one item");
    }
  }

  private static JsonObject read(Parameters request, List<Get> gets, List<Table> tables) {
    JsonArray responses = new JsonArray();
    Map<String, Capacity> consumed = new LinkedHashMap<>();
    for (int i = 0; i < gets.size(); i++) {
      Table table = tables.get(i);
      @Nullable Item item = table.items().get(table.keys().bytes(gets.get(i).key()));
      responses.add(response(item, gets.get(i).projection()));
      consumed
          .computeIfAbsent(table.name(), name -> new Capacity(table))
          .add(2 * Capacity.read(item == null ? 0 : item.size(), true));
    }
    JsonObject answer = new JsonObject();
    answer.add("Responses", responses);
    @Nullable String wanted = request.string("ReturnConsumedCapacity");
    if (Capacity.isWanted(wanted)) {
      JsonArray list = new JsonArray();
      consumed.values().forEach(capacity -> list.add(capacity.json(wanted, "Read")));
      answer.add("ConsumedCapacity", list);
    }
    return answer;
  }

  private static JsonElement response(@Nullable Item item, @Nullable Projection projection) {
    JsonObject response = new JsonObject();
    if (item != null) {
      Map<String, AttributeValue> attributes =
          projection == null ? item.attributes() : projection.of(item.attributes());
      if (!attributes.isEmpty()) {
        response.add("Item", ValueWriter.write(attributes));
      }
    }
    return response;
  }
}
