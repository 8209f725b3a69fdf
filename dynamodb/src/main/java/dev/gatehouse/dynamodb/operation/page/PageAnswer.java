package dev.gatehouse.dynamodb.operation.page;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.operation.Capacity;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueWriter;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answer of Query and Scan. */
final class PageAnswer {

  private PageAnswer() {}

  static JsonObject of(
      Parameters request,
      Table table,
      @Nullable Index index,
      Page page,
      boolean count,
      @Nullable Projection projection) {
    JsonObject answer = new JsonObject();
    if (!count) {
      JsonArray items = new JsonArray();
      page.items()
          .forEach(
              item -> {
                Map<String, AttributeValue> attributes = item.attributes();
                items.add(
                    ValueWriter.write(projection == null ? attributes : projection.of(attributes)));
              });
      answer.add("Items", items);
    }
    answer.addProperty("Count", page.items().size());
    answer.addProperty("ScannedCount", page.scanned());
    @Nullable Map<String, AttributeValue> lastKey = page.lastKey();
    if (lastKey != null) {
      answer.add("LastEvaluatedKey", ValueWriter.write(lastKey));
    }
    Capacity capacity = new Capacity(table);
    double units = Capacity.read(page.bytes(), request.flag("ConsistentRead"));
    if (index == null) {
      capacity.add(units);
    } else {
      capacity.add(page.fetchedUnits());
      capacity.add(index, units);
    }
    capacity.addTo(answer, request.string("ReturnConsumedCapacity"));
    return answer;
  }
}
