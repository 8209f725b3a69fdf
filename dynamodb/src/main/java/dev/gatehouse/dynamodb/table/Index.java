package dev.gatehouse.dynamodb.table;

import dev.gatehouse.dynamodb.store.Item;
import dev.gatehouse.dynamodb.store.KeyBytes;
import dev.gatehouse.dynamodb.value.AttributeValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * An index of a table.
 *
 * @param projection ALL, KEYS_ONLY or INCLUDE
 * @param included what INCLUDE adds to the keys
 */
public record Index(
    String name,
    boolean global,
    KeySchema keys,
    KeySchema tableKeys,
    String projection,
    List<String> included,
    MVMap<byte[], Item> entries) {

  /** Returns the key of an item's entry, null if the index does not have the item. */
  public byte @Nullable [] entryKey(Map<String, AttributeValue> item) {
    return keys.holds(item) ? KeyBytes.concat(keys.bytes(item), tableKeys.plainBytes(item)) : null;
  }

  /** Returns the entry of an item. */
  public Item entry(Item item) {
    if (projectsAll()) {
      return item;
    }
    Set<String> names = projected();
    Map<String, AttributeValue> entry = new LinkedHashMap<>();
    item.attributes()
        .forEach(
            (name, value) -> {
              if (names.contains(name)) {
                entry.put(name, value);
              }
            });
    return Item.of(entry);
  }

  public boolean projectsAll() {
    return projection.equals("ALL");
  }

  /** Returns the names of the attributes in an index that does not have all. */
  public Set<String> projected() {
    Set<String> names = new LinkedHashSet<>(keys.names());
    names.addAll(tableKeys.names());
    names.addAll(included);
    return names;
  }

  /** Returns the key of an entry, with which a page can start. */
  public Map<String, AttributeValue> startKey(Map<String, AttributeValue> entry) {
    Map<String, AttributeValue> key = keys.of(entry);
    key.putAll(tableKeys.of(entry));
    return key;
  }
}
