package dev.gatehouse.local.state;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries that a request changed. They are read when they are written, so that of two requests
 * that change the same entry, the later one does not write what the earlier one had seen.
 */
final class RequestChanges {

  private final Store store;
  private final int timesUndone;
  private final Map<EntryKey, Supplier<@Nullable String>> changed = new LinkedHashMap<>();

  RequestChanges(Store store) {
    this.store = store;
    this.timesUndone = store.timesUndone();
  }

  void add(EntryKey key, Supplier<@Nullable String> json) {
    changed.put(key, json);
  }

  /** Writes all of them as one change of the store; throws {@link StoreNotWritable}. */
  void write() {
    if (!changed.isEmpty()) {
      Integer unused = store.write(this::writeEntries);
    }
  }

  private int writeEntries() {
    if (store.timesUndone() != timesUndone) {
      throw StoreNotWritable.undone();
    }
    changed.forEach(
        (key, json) -> {
          MVMap<String, String> entries = store.texts(key.entries());
          @Nullable String value = json.get();
          if (value == null) {
            String unused = entries.remove(key.key());
          } else {
            String unused = entries.put(key.key(), value);
          }
        });
    return changed.size();
  }
}
