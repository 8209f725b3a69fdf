package dev.gatehouse.local.state;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
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

  /**
   * Writes all of them as one change of the store. If that fails, the services read again what is
   * stored, since they have in memory what the request changed.
   *
   * @throws StoreNotWritable if the file cannot be written
   */
  void write() {
    if (changed.isEmpty()) {
      return;
    }
    try {
      Integer unused = store.write(this::writeEntries);
    } catch (StoreNotWritable e) {
      throw e;
    } catch (RuntimeException | Error e) {
      store.undo();
      throw e;
    }
  }

  private int writeEntries() {
    if (store.timesUndone() != timesUndone) {
      throw StoreNotWritable.undone();
    }
    // All values first: a change that throws must not have changed anything.
    Map<EntryKey, Optional<String>> values = new LinkedHashMap<>();
    changed.forEach((key, json) -> values.put(key, Optional.ofNullable(json.get())));
    values.forEach(this::writeEntry);
    return values.size();
  }

  private void writeEntry(EntryKey key, Optional<String> value) {
    MVMap<String, String> entries = store.texts(key.entries());
    if (value.isPresent()) {
      String unused = entries.put(key.key(), value.get());
    } else {
      String unused = entries.remove(key.key());
    }
  }
}
