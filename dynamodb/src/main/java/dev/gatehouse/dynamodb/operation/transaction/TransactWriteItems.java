package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.Sizes;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** TransactWriteItems, which AWS's older layer reads. */
public final class TransactWriteItems implements Operation {

  private static final long LARGEST = 4L << 20;

  private final Engine engine;
  private final RequestTokens tokens;

  public TransactWriteItems(Engine engine) {
    this.engine = engine;
    this.tokens = new RequestTokens(engine.clock());
    engine.store().whenUndone(tokens::clear);
  }

  @Override
  public JsonObject answer(Parameters sent) {
    Parameters request = sent.in(Layer.OLDER);
    TransactMembers.checkWrites(request);
    List<Action> actions = new ArrayList<>();
    for (JsonElement each : TransactMembers.items(request)) {
      Parameters item = request.of(each);
      ActionKind kind = TransactMembers.kinds(item).getFirst();
      actions.add(Action.read(kind, item.structure(kind.member())));
    }
    List<Table> tables = new ArrayList<>();
    actions.forEach(action -> tables.add(engine.table(action.table())));
    check(actions, tables);
    return engine.store().write(() -> run(request, actions));
  }

  private JsonObject run(Parameters request, List<Action> actions) {
    // Again, since a table may be another one or gone by now.
    List<Table> tables = actions.stream().map(action -> engine.table(action.table())).toList();
    @Nullable String token = request.string("ClientRequestToken");
    JsonElement items = TransactMembers.items(request);
    TransactedWrites writes = new TransactedWrites(request);
    @Nullable List<Integer> sizes = token == null ? null : tokens.replayed(token, items);
    if (sizes != null) {
      return writes.replayed(tables, sizes);
    }
    Reasons reasons = new Reasons();
    for (int i = 0; i < actions.size(); i++) {
      writes.prepare(actions.get(i), tables.get(i), reasons);
    }
    reasons.refuse();
    JsonObject answer = writes.apply();
    if (token != null) {
      tokens.add(token, items, writes.sizes());
    }
    return answer;
  }

  private static void check(List<Action> actions, List<Table> tables) {
    for (int i = 0; i < actions.size(); i++) {
      Table table = tables.get(i);
      Map<String, AttributeValue> attributes = actions.get(i).attributes();
      if (table.keys().holds(attributes)) {
        ItemKeys.refuseEmpty(table.keys(), attributes);
      }
      if (actions.get(i).kind() == ActionKind.PUT) {
        ItemKeys.refuseEmptyIndexKeys(table, attributes);
      }
    }
    Set<Map<String, Object>> targets = new HashSet<>();
    long size = 0;
    for (int i = 0; i < actions.size(); i++) {
      Table table = tables.get(i);
      Action action = actions.get(i);
      if (table.keys().holds(action.attributes())) {
        Map<String, Object> target = new LinkedHashMap<>(table.keys().of(action.attributes()));
        target.put("", table.name());
        if (!targets.add(target)) {
          throw DynamoDbException.validation(
              "Transaction request cannot include multiple operations on one item");
        }
      }
      size += Sizes.item(action.attributes());
    }
    if (size > LARGEST) {
      throw DynamoDbException.validation(
          "Collection size of items exceeded, which can also be caused by the aggregate size of the"
              + " items in the transaction exceeding the 4MB limit");
    }
  }
}
