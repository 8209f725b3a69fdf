package dev.gatehouse.dynamodb.store;

import java.nio.file.Path;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;

/**
 * Ordered maps, in memory or in one file.
 *
 * <p>One change runs at a time. All that a change does to any maps becomes one version of the file:
 * after a cut of power all of it is there or nothing. Changes that wait for the file together share
 * one version.
 */
public final class Store implements AutoCloseable {

  /**
   * How long the file keeps parts that no version needs any more: until a file system has written
   * what came after them.
   */
  private static final int RETENTION_MILLIS = 5_000;

  /** Small pages, since a change writes every page that it touches again. */
  private static final int PAGE_BYTES = 4096;

  private final MVStore maps;
  private final boolean durable;
  private final ReentrantLock changing = new ReentrantLock();
  private final ReentrantLock committing = new ReentrantLock();
  private long changes;
  private volatile long committed;

  private Store(MVStore maps, boolean durable) {
    this.maps = maps;
    this.durable = durable;
  }

  /** Opens a store in memory. */
  public static Store inMemory() {
    return new Store(new MVStore.Builder().autoCommitDisabled().open(), false);
  }

  /** Opens the store in a file, which is created if it does not exist. */
  public static Store open(Path file) {
    MVStore maps =
        new MVStore.Builder()
            .fileName(file.toAbsolutePath().toString())
            .pageSplitSize(PAGE_BYTES)
            // A version is made when a change ends, and at no other time.
            .autoCommitDisabled()
            .autoCommitBufferSize(0)
            .open();
    maps.setRetentionTime(RETENTION_MILLIS);
    maps.setVersionsToKeep(0);
    return new Store(maps, true);
  }

  /** Returns a map with keys in the order of their unsigned bytes, which is created if need be. */
  public <V> MVMap<byte[], V> map(String name, DataType<V> values) {
    return maps.openMap(
        name, new MVMap.Builder<byte[], V>().keyType(BytesType.INSTANCE).valueType(values));
  }

  /** Returns a map from text to text, which is created if need be. */
  public MVMap<String, String> texts(String name) {
    return maps.openMap(
        name,
        new MVMap.Builder<String, String>()
            .keyType(StringDataType.INSTANCE)
            .valueType(StringDataType.INSTANCE));
  }

  /** Removes a map with all it holds, as part of a change. */
  public void remove(String name) {
    maps.removeMap(name);
  }

  /**
   * Makes a change, which sees and changes all maps alone, and waits until it is kept. A change
   * that throws must not have changed anything.
   */
  public <T> T write(Supplier<T> change) {
    long number;
    T result;
    changing.lock();
    try {
      result = change.get();
      number = ++changes;
    } finally {
      changing.unlock();
    }
    if (durable && !changing.isHeldByCurrentThread()) {
      keep(number);
    }
    return result;
  }

  /** Reads while nothing changes. */
  public <T> T snapshot(Supplier<T> reading) {
    changing.lock();
    try {
      return reading.get();
    } finally {
      changing.unlock();
    }
  }

  private void keep(long number) {
    committing.lock();
    try {
      if (committed >= number) {
        return;
      }
      changing.lock();
      try {
        long last = changes;
        maps.commit();
        committed = last;
      } finally {
        changing.unlock();
      }
    } finally {
      committing.unlock();
    }
  }

  @Override
  public void close() {
    changing.lock();
    try {
      maps.close();
    } finally {
      changing.unlock();
    }
  }
}
