package dev.gatehouse.dynamodb.operation.item;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.CollectionMetrics;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemWriter;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.value.ValueWriter;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The end of all operations that write one item: condition, write, answer. */
final class ItemWrite {

  private final Engine engine;
  private final Parameters request;
  private final Table table;
  private final Map<String, AttributeValue> key;

  ItemWrite(Engine engine, Parameters request, Table table, Map<String, AttributeValue> key) {
    this.engine = engine;
    this.request = request;
    this.table = table;
    this.key = key;
  }

  /** What a write makes of an item. */
  interface Change {
    /** Returns the new item, null to delete it or leave it absent. */
    @Nullable Item apply(@Nullable Item before);
  }

  /** Adds the attributes that ReturnValues asks for. */
  interface Returned {
    /** Returns the attributes, null for none. */
    @Nullable Map<String, AttributeValue> of(@Nullable Item before, @Nullable Item after);
  }

  /** Answers a request, whose errors are enveloped as AWS's current layer does. */
  static JsonObject enveloped(Parameters request, Supplier<JsonObject> answer) {
    try {
      return answer.get();
    } catch (DynamoDbException e) {
      throw request.layer() == Layer.CURRENT ? e.enveloped() : e;
    }
  }

  /** Makes the write and returns the answer. */
  JsonObject run(WriteCondition condition, Change change, Returned returned) {
    byte[] bytes = table.keys().bytes(key);
    return engine
        .store()
        .write(
            () -> {
              // Again, since it may be another one or gone by now.
              Table current = engine.table(table.name());
              @Nullable Item before = current.items().get(bytes);
              condition.check(before);
              @Nullable Item after = change.apply(before);
              Capacity capacity = new Capacity(current);
              ItemWriter.replace(current, bytes, before, after, capacity, 1);
              return answer(returned.of(before, after), capacity);
            });
  }

  private JsonObject answer(@Nullable Map<String, AttributeValue> attributes, Capacity capacity) {
    JsonObject answer = new JsonObject();
    if (attributes != null) {
      answer.add("Attributes", ValueWriter.write(attributes));
    }
    capacity.addTo(answer, request.string("ReturnConsumedCapacity"));
    if (CollectionMetrics.areWanted(table, request.string("ReturnItemCollectionMetrics"))) {
      answer.add("ItemCollectionMetrics", CollectionMetrics.of(table, key));
    }
    return answer;
  }

  /** Returns the old attributes if ReturnValues is ALL_OLD. */
  static @Nullable Map<String, AttributeValue> oldValues(
      Parameters request, @Nullable Item before) {
    return before != null && request.string("ReturnValues", "").equals("ALL_OLD")
        ? before.attributes()
        : null;
  }
}
