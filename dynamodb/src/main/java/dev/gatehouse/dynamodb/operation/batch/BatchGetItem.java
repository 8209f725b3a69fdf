package dev.gatehouse.dynamodb.operation.batch;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.operation.Engine;
import dev.gatehouse.dynamodb.operation.Operation;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueWriter;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** BatchGetItem. */
public final class BatchGetItem implements Operation {

  private static final long LARGEST_ANSWER = 16L << 20;

  private final Engine engine;

  public BatchGetItem(Engine engine) {
    this.engine = engine;
  }

  @Override
  public JsonObject answer(Parameters request) {
    BatchGetMembers.check(request);
    List<KeysOfTable> asked = KeysOfTable.readAll(request);
    List<Table> tables = new ArrayList<>();
    asked.forEach(each -> tables.add(engine.table(each.table())));
    for (int i = 0; i < asked.size(); i++) {
      asked.get(i).checkAgainst(tables.get(i));
    }
    return new Reading(request).answer(asked, tables);
  }

  /** The reading of one request. */
  private static final class Reading {

    private final Parameters request;
    private final JsonObject responses = new JsonObject();
    private final JsonObject unprocessed = new JsonObject();
    private final JsonArray consumed = new JsonArray();
    private long bytes;
    private boolean full;

    Reading(Parameters request) {
      this.request = request;
    }

    JsonObject answer(List<KeysOfTable> asked, List<Table> tables) {
      for (int i = 0; i < asked.size(); i++) {
        read(asked.get(i), tables.get(i));
      }
      JsonObject answer = new JsonObject();
      answer.add("Responses", responses);
      answer.add("UnprocessedKeys", unprocessed);
      if (Capacity.isWanted(request.string("ReturnConsumedCapacity"))) {
        answer.add("ConsumedCapacity", consumed);
      }
      return answer;
    }

    private void read(KeysOfTable asked, Table table) {
      Capacity capacity = new Capacity(table);
      JsonArray found = new JsonArray();
      JsonArray left = new JsonArray();
      for (Map<String, AttributeValue> key : asked.keys()) {
        @Nullable Item item = table.items().get(table.keys().bytes(key));
        full |= item != null && bytes + item.size() > LARGEST_ANSWER;
        if (full) {
          left.add(ValueWriter.write(key));
          continue;
        }
        capacity.add(Capacity.read(item == null ? 0 : item.size(), asked.consistent()));
        if (item != null) {
          bytes += item.size();
          found.add(ValueWriter.write(asked.projected(item.attributes())));
        }
      }
      responses.add(asked.table(), found);
      addLeft(asked.table(), left);
      consumed.add(capacity.json(request.string("ReturnConsumedCapacity"), null));
    }

    private void addLeft(String table, JsonArray left) {
      if (!left.isEmpty()) {
        JsonElement asked = request.json().getAsJsonObject("RequestItems").get(table);
        JsonObject again = asked.getAsJsonObject().deepCopy();
        again.add("Keys", left);
        unprocessed.add(table, again);
      }
    }
  }
}
