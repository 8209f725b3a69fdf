package dev.gatehouse.local.state;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What services keep between two starts of the emulator: entries in the store that also has the
 * tables. Services have all of it in memory; without a data directory that is all there is.
 */
public final class StateStore {

  private static final ThreadLocal<@Nullable RequestChanges> OF_REQUEST = new ThreadLocal<>();

  private final @Nullable Store store;
  private final List<Runnable> readers = new CopyOnWriteArrayList<>();
  private volatile @Nullable Thread reading;

  private StateStore(@Nullable Store store) {
    this.store = store;
  }

  /** Returns a state store that keeps nothing. */
  public static StateStore none() {
    return new StateStore(null);
  }

  /** Returns the state in a store. */
  public static StateStore in(Store store) {
    StateStore state = new StateStore(store);
    store.whenUndone(state::readAgain);
    return state;
  }

  /** Returns the entries of this name, whose values are stored as JSON. */
  public <T> StateEntries<T> entries(String name, Class<T> type) {
    return new StateEntries<>(this, name, type);
  }

  /**
   * Reads a service's entries now, and again whenever changes had to be undone since they could not
   * be written. What the reader changes is stored the first time only.
   */
  public void read(Runnable reader) {
    readers.add(reader);
    boolean unused =
        request(
            () -> {
              reader.run();
              return true;
            });
  }

  private void readAgain() {
    reading = Thread.currentThread();
    try {
      readers.forEach(Runnable::run);
    } finally {
      reading = null;
    }
  }

  /**
   * Runs a request. What it changes is stored together, before this returns.
   *
   * @throws StoreNotWritable if that cannot be stored; then nothing is changed
   */
  public <T> T request(Supplier<T> request) {
    if (store == null || OF_REQUEST.get() != null) {
      return request.get();
    }
    RequestChanges changes = new RequestChanges(store);
    OF_REQUEST.set(changes);
    T result;
    try {
      result = request.get();
    } catch (RuntimeException | Error e) {
      OF_REQUEST.remove();
      changes.write();
      throw e;
    }
    OF_REQUEST.remove();
    changes.write();
    return result;
  }

  /** Stores an entry at the end of the request, or at once if the thread serves none. */
  void changed(EntryKey key, Supplier<@Nullable String> json) {
    if (store == null || reading == Thread.currentThread()) {
      return;
    }
    RequestChanges changes = OF_REQUEST.get();
    if (changes != null) {
      changes.add(key, json);
    } else {
      RequestChanges only = new RequestChanges(store);
      only.add(key, json);
      only.write();
    }
  }

  /** Stores an entry at once. */
  void store(EntryKey key, String json) {
    if (store != null) {
      RequestChanges only = new RequestChanges(store);
      only.add(key, () -> json);
      only.write();
    }
  }

  @Nullable Store store() {
    return store;
  }
}
