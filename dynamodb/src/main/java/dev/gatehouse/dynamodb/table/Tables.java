package dev.gatehouse.dynamodb.table;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.value.Utf8;
import java.util.Collection;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.h2.mvstore.MVMap;

/** All tables of a store. */
public final class Tables {

  private final Store store;
  private final NavigableMap<String, Table> byName = new ConcurrentSkipListMap<>(Utf8.ORDER);

  /** Opens the tables that a store has. */
  public Tables(Store store) {
    this.store = store;
    read();
    store.whenUndone(this::read);
  }

  private void read() {
    MVMap<String, String> states = states();
    byName.keySet().retainAll(states.keySet());
    states.forEach(
        (name, json) -> byName.put(name, Table.open(state(JsonParser.parseString(json)), store)));
  }

  private MVMap<String, String> states() {
    return store.texts("tables");
  }

  private static TableState state(JsonElement json) {
    return new TableState(json.getAsJsonObject());
  }

  public Optional<Table> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Returns the names after another one, sorted. */
  public Collection<String> namesAfter(String name) {
    return byName.tailMap(name, false).keySet();
  }

  public Collection<Table> all() {
    return byName.values();
  }

  /** Creates a table, or changes one; part of a change of the store. */
  public Table save(TableState state) {
    states().put(state.name(), state.json().toString());
    Table table = Table.open(state, store);
    byName.put(state.name(), table);
    return table;
  }

  /** Deletes a table with its items; part of a change of the store. */
  public void delete(Table table) {
    byName.remove(table.name());
    states().remove(table.name());
    store.remove(Table.itemsOf(table.state().id()));
    table.indexes().forEach(index -> dropEntries(table, index));
  }

  /** Drops the entries of an index; part of a change of the store. */
  public void dropEntries(Table table, Index index) {
    store.remove(Table.entriesOf(table.state().id(), index.name()));
  }

  /** Fills a new index with the items that belong into it; part of a change of the store. */
  public void fill(Table table, Index index) {
    for (Item item : table.items().values()) {
      byte[] key = index.entryKey(item.attributes());
      if (key != null) {
        index.entries().put(key, index.entry(item));
      }
    }
  }
}
