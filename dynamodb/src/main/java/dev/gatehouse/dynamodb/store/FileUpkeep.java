package dev.gatehouse.dynamodb.store;

import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStore.TxCounter;
import org.h2.mvstore.MVStoreException;

/**
 * The upkeep of a store's file, at first and each time that some megabytes were written: forces
 * them to the disk, lets the file reuse what no version needs any more, and writes the rest of
 * mostly unused parts anew.
 *
 * <p>H2 finds the latest version by a chain of parts from the one that the header names, and would
 * stop at a link that was overwritten. So what became unused is overwritten only after a version
 * was written to the end of the file, where H2 looks first, and forced to the disk. A killed
 * process leaves the latest version, a cut of power at least the one that was forced.
 */
final class FileUpkeep {

  private static final int WRITTEN_BYTES = 4 << 20;

  /** Parts are written anew if less than this percentage of all parts is in use. */
  private static final int FILL_RATE = 40;

  private static final int REWRITTEN_BYTES = 2 << 20;
  private static final long SMALL_FILE_BYTES = 16 << 20;

  /** The least that a commit writes. */
  private static final int BLOCK_BYTES = 4096;

  private final MVStore maps;

  /** The hold on what was in use at the version that was forced last, and since. */
  private TxCounter forced;

  private long written;

  /** True if the next version is written to the end of the file. */
  private boolean appends = true;

  FileUpkeep(MVStore maps) {
    this.maps = maps;
    // Not after some time, but as soon as the version that was forced last does without.
    maps.setRetentionTime(0);
    maps.setVersionsToKeep(0);
    maps.setReuseSpace(false);
    this.forced = maps.registerVersionUsage();
  }

  /** Counts what the next commit writes. */
  void beforeCommit() {
    written += Math.max(BLOCK_BYTES, maps.getUnsavedMemory());
  }

  /**
   * Forces and compacts when due, after a commit; throws {@link MVStoreException}, after which it
   * is closed.
   */
  void afterCommit() {
    if (appends) {
      appends = false;
      maps.sync();
      TxCounter latest = maps.registerVersionUsage();
      maps.deregisterVersionUsage(forced);
      forced = latest;
      maps.setReuseSpace(true);
      compact();
    } else if (written >= WRITTEN_BYTES) {
      written = 0;
      appends = true;
      maps.setReuseSpace(false);
    }
  }

  private void compact() {
    if (maps.getFileStore().size() > SMALL_FILE_BYTES
        && maps.getFileStore().getChunksFillRate() < FILL_RATE) {
      boolean unused = maps.compact(FILL_RATE, REWRITTEN_BYTES);
      maps.commit();
    }
  }

  /** Releases what is held back, before the file is closed. */
  void release() {
    maps.deregisterVersionUsage(forced);
  }
}
