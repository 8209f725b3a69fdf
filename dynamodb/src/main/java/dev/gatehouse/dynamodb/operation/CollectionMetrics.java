package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.store.KeyBytes;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.KeySchemaElement;
import dev.gatehouse.dynamodb.table.Table;
import dev.gatehouse.dynamodb.value.AttributeValue;
import dev.gatehouse.dynamodb.value.ValueWriter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The sizes of the items with one partition key, which tables with local indexes limit. */
public final class CollectionMetrics {

  private static final double GIGABYTE = 1L << 30;

  private CollectionMetrics() {}

  /** Returns whether an answer has them. */
  public static boolean areWanted(Table table, @Nullable String request) {
    return "SIZE".equals(request) && table.hasLocalIndexes();
  }

  /** Returns the metrics of the collection of an item. */
  public static JsonObject of(Table table, Map<String, AttributeValue> item) {
    Map<String, AttributeValue> key = new LinkedHashMap<>();
    for (KeySchemaElement attribute : table.keys().hash()) {
      @Nullable AttributeValue value = item.get(attribute.name());
      if (value != null) {
        key.put(attribute.name(), value);
      }
    }
    byte[] partition = table.keys().partition(item);
    long size = size(table.items(), partition);
    for (Index index : table.indexes()) {
      size += index.global() ? 0 : size(index.entries(), partition);
    }
    double least = Math.floor(size / GIGABYTE);
    JsonArray range = new JsonArray();
    range.add(least);
    range.add(least + 1);
    JsonObject metrics = new JsonObject();
    metrics.add("ItemCollectionKey", ValueWriter.write(key));
    metrics.add("SizeEstimateRangeGB", range);
    return metrics;
  }

  private static long size(MVMap<byte[], Item> items, byte[] partition) {
    long size = 0;
    byte[] end = KeyBytes.afterPrefix(partition);
    Cursor<byte[], Item> cursor = items.cursor(partition);
    while (cursor.hasNext()) {
      byte[] key = cursor.next();
      if (end.length > 0 && Arrays.compareUnsigned(key, end) >= 0) {
        break;
      }
      size += cursor.getValue().size();
    }
    return size;
  }
}
