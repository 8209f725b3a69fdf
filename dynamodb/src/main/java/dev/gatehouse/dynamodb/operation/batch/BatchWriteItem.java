package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.CollectionMetrics;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.ItemKeys;
import dev.gatehouse.dynamodb.operation.ItemWriter;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.Layer;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** BatchWriteItem, which AWS's older layer reads. */
public final class BatchWriteItem implements Operation {

  private final Engine engine;

  public BatchWriteItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters sent) {
    Parameters request = sent.in(Layer.OLDER);
    BatchWriteMembers.check(request);
    Map<String, List<BatchWrite>> writes = new LinkedHashMap<>();
    for (Map.Entry<String, JsonElement> table :
        request.json().getAsJsonObject("RequestItems").entrySet()) {
      List<BatchWrite> ofTable = new ArrayList<>();
      table
          .getValue()
          .getAsJsonArray()
          .forEach(each -> ofTable.add(BatchWrite.read(request.of(each))));
      writes.put(table.getKey(), ofTable);
    }
    writes.keySet().forEach(engine::table);
    writes.forEach((name, ofTable) -> check(engine.table(name), ofTable));
    return engine.store().write(() -> write(request, writes));
  }

  private static void check(Table table, List<BatchWrite> writes) {
    Set<Map<String, AttributeValue>> keys = new HashSet<>();
    boolean duplicates = false;
    for (BatchWrite write : writes) {
      if (write.deletes()) {
        ItemKeys.checkKey(table, write.attributes());
      } else {
        ItemKeys.checkBatchItem(table, write.attributes());
      }
      duplicates |= !keys.add(table.keys().of(write.attributes()));
    }
    if (duplicates) {
      throw DynamoDbException.validation("Provided list of item keys contains duplicates");
    }
  }

  private JsonObject write(Parameters request, Map<String, List<BatchWrite>> writes) {
    JsonArray consumed = new JsonArray();
    JsonObject metrics = new JsonObject();
    String wanted = request.string("ReturnConsumedCapacity", "NONE");
    for (Map.Entry<String, List<BatchWrite>> each : writes.entrySet()) {
      Table table = engine.table(each.getKey());
      Capacity capacity = new Capacity(table);
      for (BatchWrite write : each.getValue()) {
        byte[] key = table.keys().bytes(write.attributes());
        ItemWriter.replace(table, key, table.items().get(key), write.item(), capacity, 1);
      }
      consumed.add(capacity.json(wanted, null));
      if (CollectionMetrics.areWanted(table, request.string("ReturnItemCollectionMetrics"))) {
        JsonArray ofTable = new JsonArray();
        each.getValue()
            .forEach(write -> ofTable.add(CollectionMetrics.of(table, write.attributes())));
        metrics.add(table.name(), ofTable);
      }
    }
    JsonObject answer = new JsonObject();
    answer.add("UnprocessedItems", new JsonObject());
    if (Capacity.isWanted(wanted)) {
      answer.add("ConsumedCapacity", consumed);
    }
    if (!metrics.isEmpty()) {
      answer.add("ItemCollectionMetrics", metrics);
    }
    return answer;
  }
}
