package dev.gatehouse.local.cognito.state;

import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The store of all user pools; it saves nothing without a data directory. */
public final class StateStore {
  private final UserPools pools;
  private final @Nullable StateFile file;

  /** Not a monitor, which would pin a virtual thread's carrier while the file is written. */
  private final ReentrantLock lock = new ReentrantLock();

  private boolean saving;

  /** Creates a store in this directory, null to save nothing. */
  public StateStore(UserPools pools, @Nullable Path directory) {
    this.pools = pools;
    this.file = directory == null ? null : new StateFile(directory);
  }

  /** Returns the user pools of the last run. */
  public List<UserPool.Snapshot> load() {
    return file == null ? List.of() : file.read();
  }

  /** Starts saving, once all pools are loaded. Saving earlier could lose them. */
  public void startSaving() {
    lock.lock();
    try {
      saving = true;
      save();
    } finally {
      lock.unlock();
    }
  }

  /** Saves the current state of all user pools. */
  public void save() {
    lock.lock();
    try {
      if (file != null && saving) {
        file.write(pools.all().stream().map(UserPool::snapshot).toList());
      }
    } finally {
      lock.unlock();
    }
  }
}
