package dev.gatehouse.local.cognito.state;

import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the pools down after each change, where there is a directory for it. */
public final class Keeper {
  private final UserPools pools;
  private final @Nullable StateFile file;
  private boolean complete;

  /** Takes the directory to keep state in, null to keep none. */
  public Keeper(UserPools pools, @Nullable Path directory) {
    this.pools = pools;
    this.file = directory == null ? null : new StateFile(directory);
  }

  /** Returns what was kept by an earlier run. */
  public List<UserPool.Kept> kept() {
    return file == null ? List.of() : file.read();
  }

  /** Says that everything kept is back; before that nothing is written, or it could be lost. */
  public synchronized void complete() {
    complete = true;
    changed();
  }

  /** Writes down how things are now; whoever comes later sees at least as much. */
  public synchronized void changed() {
    if (file != null && complete) {
      file.write(pools.all().stream().map(UserPool::kept).toList());
    }
  }
}
