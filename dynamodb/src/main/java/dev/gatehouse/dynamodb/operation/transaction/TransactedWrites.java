package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.expression.key.KeyPaths;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.CollectionMetrics;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.ItemWriter;
import dev.gatehouse.dynamodb.operation.item.ItemUpdate;
import dev.gatehouse.dynamodb.operation.item.WriteCondition;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The writes of a transaction: all are prepared before the first is made. */
final class TransactedWrites {

  private static final int FACTOR = 2;

  private final Parameters request;
  private final List<Write> writes = new ArrayList<>();

  TransactedWrites(Parameters request) {
    this.request = request;
  }

  /** A write that can be made. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Write(
      Action action, Table table, byte[] key, @Nullable Item before, @Nullable Item after) {}

  /** Prepares an action, or notes why it cannot be made. */
  void prepare(Action action, Table table, Reasons reasons) {
    @Nullable Write write = reasons.attempt(() -> write(action, table));
    if (write != null) {
      writes.add(write);
    }
  }

  private static Write write(Action action, Table table) {
    if (action.kind() == ActionKind.PUT) {
      ItemKeys.checkItem(table, action.attributes());
      ItemKeys.checkIndexKeys(table, action.attributes());
    } else {
      ItemKeys.checkKey(table, action.attributes());
    }
    KeyPaths.refuseUpdatedKeys(action.update().targets(), table.keys().names());
    ItemKeys.checkWrittenTypes(table, action.update().writtenTypes());
    KeyPaths.refuseUpdates(
        action.update().targets(),
        action.update().operandPaths(),
        table.keys().names(),
        WriteCondition.indexKeys(table));
    action.condition().checkPaths(table);
    byte[] key = table.keys().bytes(action.attributes());
    @Nullable Item before = table.items().get(key);
    action.condition().check(before);
    @Nullable Item after =
        switch (action.kind()) {
          case PUT -> Item.of(action.attributes());
          case DELETE -> null;
          case UPDATE -> new ItemUpdate(table, action.attributes(), action.update()).apply(before);
          case CONDITION_CHECK -> before;
        };
    return new Write(action, table, key, before, after);
  }

  /** Makes all writes and returns the answer. */
  JsonObject apply() {
    Map<String, Capacity> consumed = new LinkedHashMap<>();
    Map<String, JsonArray> metrics = new LinkedHashMap<>();
    for (Write write : writes) {
      Table table = write.table();
      Capacity capacity = consumed.computeIfAbsent(table.name(), name -> new Capacity(table));
      if (write.action().kind() == ActionKind.CONDITION_CHECK) {
        @Nullable Item before = write.before();
        capacity.add(FACTOR * Capacity.write(before == null ? 0 : before.size()));
        continue;
      }
      ItemWriter.replace(table, write.key(), write.before(), write.after(), capacity, FACTOR);
      if (CollectionMetrics.areWanted(table, request.string("ReturnItemCollectionMetrics"))) {
        metrics
            .computeIfAbsent(table.name(), name -> new JsonArray())
            .add(CollectionMetrics.of(table, write.action().attributes()));
      }
    }
    JsonObject answer = new JsonObject();
    addConsumed(answer, consumed, "Write");
    if (!metrics.isEmpty()) {
      JsonObject byTable = new JsonObject();
      metrics.forEach(byTable::add);
      answer.add("ItemCollectionMetrics", byTable);
    }
    return answer;
  }

  /** Returns how large each item was, before the transaction or after it. */
  List<Integer> sizes() {
    return writes.stream()
        .map(write -> Math.max(size(write.before()), size(write.after())))
        .toList();
  }

  private static int size(@Nullable Item item) {
    return item == null ? 0 : item.size();
  }

  /** Returns the answer to the same transaction once more: it reads what the first one wrote. */
  JsonObject replayed(List<Table> tables, List<Integer> sizes) {
    Map<String, Capacity> consumed = new LinkedHashMap<>();
    for (int i = 0; i < sizes.size(); i++) {
      Table table = tables.get(i);
      consumed
          .computeIfAbsent(table.name(), name -> new Capacity(table))
          .add(FACTOR * Capacity.read(sizes.get(i), true));
    }
    JsonObject answer = new JsonObject();
    addConsumed(answer, consumed, "Read");
    return answer;
  }

  private void addConsumed(JsonObject answer, Map<String, Capacity> consumed, String mirrored) {
    @Nullable String wanted = request.string("ReturnConsumedCapacity");
    if (Capacity.isWanted(wanted)) {
      JsonArray list = new JsonArray();
      consumed.values().forEach(capacity -> list.add(capacity.json(wanted, mirrored)));
      answer.add("ConsumedCapacity", list);
    }
  }
}
