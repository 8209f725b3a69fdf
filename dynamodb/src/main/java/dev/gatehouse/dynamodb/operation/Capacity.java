package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.table.Index;
import dev.gatehouse.dynamodb.table.Table;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The capacity that a request consumed of one table. */
public final class Capacity {

  private static final double READ_BYTES = 4096;
  private static final double WRITE_BYTES = 1024;

  private final Table table;
  private final Map<Index, Double> indexes = new LinkedHashMap<>();
  private double units;

  public Capacity(Table table) {
    this.table = table;
  }

  /** Returns the units of reading bytes: a half of them if it may read what is out of date. */
  public static double read(long bytes, boolean consistent) {
    double units = Math.max(1, Math.ceil(bytes / READ_BYTES));
    return consistent ? units : units / 2;
  }

  /** Returns the units of writing bytes. */
  public static double write(long bytes) {
    return Math.max(1, Math.ceil(bytes / WRITE_BYTES));
  }

  /** Adds units of the table itself. */
  public void add(double tableUnits) {
    units += tableUnits;
  }

  /** Adds units of an index. */
  public void add(Index index, double indexUnits) {
    indexes.merge(index, indexUnits, Double::sum);
  }

  /**
   * Adds it to an answer, if the request asked for it.
   *
   * @param request the value of ReturnConsumedCapacity
   */
  public void addTo(JsonObject answer, @Nullable String request) {
    if (isWanted(request)) {
      answer.add("ConsumedCapacity", json(request, null));
    }
  }

  /** Returns whether a value of ReturnConsumedCapacity asks for the figures. */
  public static boolean isWanted(@Nullable String request) {
    return request != null && !request.equals("NONE");
  }

  /**
   * Returns the figures.
   *
   * @param mirrored Read or Write, for transactions, which have the units twice
   */
  public JsonObject json(@Nullable String request, @Nullable String mirrored) {
    double sum = units;
    for (double each : indexes.values()) {
      sum += each;
    }
    JsonObject json = new JsonObject();
    json.addProperty("TableName", table.name());
    addUnits(json, sum, mirrored);
    if ("INDEXES".equals(request)) {
      JsonObject ofTable = new JsonObject();
      addUnits(ofTable, units, mirrored);
      json.add("Table", ofTable);
      addIndexes(json, "LocalSecondaryIndexes", false, mirrored);
      addIndexes(json, "GlobalSecondaryIndexes", true, mirrored);
    }
    return json;
  }

  private void addIndexes(
      JsonObject json, String member, boolean global, @Nullable String mirrored) {
    JsonObject byName = new JsonObject();
    indexes.forEach(
        (index, used) -> {
          if (index.global() == global) {
            JsonObject figures = new JsonObject();
            addUnits(figures, used, mirrored);
            byName.add(index.name(), figures);
          }
        });
    if (!byName.isEmpty()) {
      json.add(member, byName);
    }
  }

  private static void addUnits(JsonObject json, double units, @Nullable String mirrored) {
    json.addProperty("CapacityUnits", units);
    if (mirrored != null) {
      json.addProperty(mirrored + "CapacityUnits", units);
    }
  }
}
