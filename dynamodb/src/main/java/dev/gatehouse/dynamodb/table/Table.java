package dev.gatehouse.dynamodb.table;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.store.ItemType;
import dev.gatehouse.dynamodb.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * A table.
 *
 * @param state all that is kept about it besides its items, by {@link TableState}
 * @param indexes the local ones first, each kind in the order of the description
 */
public record Table(
    TableState state, KeySchema keys, List<Index> indexes, MVMap<byte[], Item> items) {

  /** Opens a table in a store. */
  static Table open(TableState state, Store store) {
    Map<String, String> types = new TreeMap<>();
    state
        .definitions()
        .forEach(
            each -> {
              JsonObject definition = each.getAsJsonObject();
              types.put(
                  definition.get("AttributeName").getAsString(),
                  definition.get("AttributeType").getAsString());
            });
    KeySchema keys = KeySchema.of(state.keySchema(), name -> types.getOrDefault(name, "S"));
    List<Index> indexes = new ArrayList<>();
    for (boolean global : new boolean[] {false, true}) {
      for (JsonElement each : global ? state.globalIndexes() : state.localIndexes()) {
        indexes.add(index(each.getAsJsonObject(), global, keys, types, state.id(), store));
      }
    }
    return new Table(
        state, keys, List.copyOf(indexes), store.map(itemsOf(state.id()), ItemType.INSTANCE));
  }

  private static Index index(
      JsonObject json,
      boolean global,
      KeySchema tableKeys,
      Map<String, String> types,
      String id,
      Store store) {
    String name = json.get("IndexName").getAsString();
    JsonObject projection = json.getAsJsonObject("Projection");
    List<String> included = new ArrayList<>();
    if (projection.has("NonKeyAttributes")) {
      projection.getAsJsonArray("NonKeyAttributes").forEach(e -> included.add(e.getAsString()));
    }
    return new Index(
        name,
        global,
        KeySchema.of(json.getAsJsonArray("KeySchema"), key -> types.getOrDefault(key, "S")),
        tableKeys,
        projection.get("ProjectionType").getAsString(),
        List.copyOf(included),
        store.map(entriesOf(id, name), ItemType.INSTANCE));
  }

  public String name() {
    return state.name();
  }

  /** Returns the index of this name. */
  public Optional<Index> index(@Nullable String name) {
    return indexes.stream().filter(each -> each.name().equals(name)).findFirst();
  }

  public boolean hasLocalIndexes() {
    return indexes.stream().anyMatch(index -> !index.global());
  }

  static String itemsOf(String id) {
    return "items/" + id;
  }

  static String entriesOf(String id, String index) {
    return "index/" + id + "/" + index;
  }
}
