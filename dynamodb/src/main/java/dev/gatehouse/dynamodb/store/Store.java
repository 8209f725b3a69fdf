package dev.gatehouse.dynamodb.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.DataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Ordered maps, in memory or in one file.
 *
 * <p>One change runs at a time. All that a change does to any maps becomes one version of the file:
 * if the process is killed, all of it is there or nothing. Changes that wait for the file together
 * share one version.
 */
public final class Store implements AutoCloseable {

  /** Null for a store in memory. */
  private final @Nullable StoreFile file;

  private volatile MVStore maps;

  /** Null for a store in memory. */
  private @Nullable FileUpkeep upkeep;

  private final ReentrantLock changing = new ReentrantLock();
  private final ReentrantLock committing = new ReentrantLock();
  private final List<Runnable> undone = new CopyOnWriteArrayList<>();
  private long changes;
  private volatile long committed;

  /** The latest version of the file that is known to have all committed changes. */
  private long committedVersion;

  private boolean closed;

  /** For each time that changes were undone, the number of the last change before that is kept. */
  private final List<Long> keptWhenUndone = new CopyOnWriteArrayList<>();

  private Store(@Nullable StoreFile file) {
    this.file = file;
    this.maps = file == null ? new MVStore.Builder().autoCommitDisabled().open() : file.open(0);
    this.upkeep = file == null ? null : new FileUpkeep(maps);
    this.committedVersion = maps.getCurrentVersion();
  }

  /** Opens a store in memory. */
  public static Store inMemory() {
    return new Store(null);
  }

  /** Opens the store in a file, which is created if it does not exist. */
  public static Store open(Path file) {
    return openNamed(file.toAbsolutePath().toString());
  }

  /** Opens the store in a file of any of H2's file systems. */
  static Store openNamed(String file) {
    return new Store(new StoreFile(file));
  }

  /**
   * Runs an action whenever the store went back to what its file has, because a change could not be
   * written: maps that were opened before are closed, and what was read from them may be undone.
   */
  public void whenUndone(Runnable action) {
    undone.add(action);
  }

  /** Returns how often changes were undone. */
  public int timesUndone() {
    return keptWhenUndone.size();
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
   * that throws an exception of its own must not have changed anything; what one has changed that
   * ends with an error or an exception of a map is undone.
   *
   * @throws StoreNotWritable if the file cannot be read or written; then nothing is changed
   */
  public <T> T write(Supplier<T> change) {
    long number;
    int undoneBefore;
    T result;
    changing.lock();
    try {
      reopenIfClosed();
      result = made(change);
      number = ++changes;
      undoneBefore = timesUndone();
    } finally {
      changing.unlock();
    }
    if (file != null && !changing.isHeldByCurrentThread()) {
      keep(number, undoneBefore);
    }
    return result;
  }

  private <T> T made(Supplier<T> change) {
    try {
      return change.get();
    } catch (MVStoreException e) {
      if (file == null || e.getErrorCode() == DataUtils.ERROR_CLOSED) {
        throw e;
      }
      undo();
      throw new StoreNotWritable(file, e);
    } catch (Error e) {
      undo();
      throw e;
    }
  }

  /** Goes back to what the file has, with every change that is not kept yet. */
  public void undo() {
    changing.lock();
    try {
      if (file != null && !closed) {
        reopen(committed, committedVersion);
      }
    } finally {
      changing.unlock();
    }
  }

  /** Reads while nothing changes. */
  public <T> T snapshot(Supplier<T> reading) {
    changing.lock();
    try {
      reopenIfClosed();
      return reading.get();
    } finally {
      changing.unlock();
    }
  }

  private void keep(long number, int undoneBefore) {
    committing.lock();
    try {
      if (timesUndone() > undoneBefore) {
        if (number > keptWhenUndone.get(undoneBefore)) {
          throw StoreNotWritable.undone();
        }
        return;
      }
      if (committed >= number) {
        return;
      }
      changing.lock();
      try {
        commit();
      } finally {
        changing.unlock();
      }
    } finally {
      committing.unlock();
    }
  }

  private void commit() {
    long last = changes;
    long version = maps.getCurrentVersion() + 1;
    try {
      FileUpkeep after = Objects.requireNonNull(upkeep);
      after.beforeCommit();
      maps.commit();
      after.afterCommit();
      committed = last;
      committedVersion = maps.getCurrentVersion();
    } catch (MVStoreException e) {
      reopen(last, version);
      if (committed != last) {
        throw new StoreNotWritable(file, e);
      }
    }
  }

  private void reopenIfClosed() {
    if (file != null && !closed && maps.isClosed()) {
      reopen(committed, committedVersion);
    }
  }

  /**
   * Goes back to what the file has. The actions run before that is counted: a request that begins
   * meanwhile may see its changes undone by them.
   *
   * @param last the number of the last change in a version that the file may have
   */
  private void reopen(long last, long version) {
    StoreFile opened = Objects.requireNonNull(file);
    maps.closeImmediately();
    try {
      maps = opened.open(committedVersion);
      upkeep = new FileUpkeep(maps);
      if (maps.getCurrentVersion() >= version) {
        committed = last;
        committedVersion = maps.getCurrentVersion();
      }
      undone.forEach(Runnable::run);
    } catch (MVStoreException e) {
      throw new StoreNotWritable(opened, e);
    } finally {
      keptWhenUndone.add(committed);
    }
  }

  @Override
  public void close() {
    changing.lock();
    try {
      closed = true;
      if (upkeep != null) {
        upkeep.release();
      }
      maps.close();
    } finally {
      changing.unlock();
    }
  }
}
