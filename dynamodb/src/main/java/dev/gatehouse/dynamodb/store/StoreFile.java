package dev.gatehouse.dynamodb.store;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The file of a store, which is opened at its latest version.
 *
 * <p>H2 looks for that where the header and the end of the file point to. After a write that failed
 * it may find an older one there: if a part that this one counts as unused was overwritten in part,
 * for example. So it is told which version is known to be in the file, and if it does not find that
 * one or a later, it looks at every block.
 */
final class StoreFile {

  /** Small pages, since a change writes every page that it touches again. */
  private static final int PAGE_BYTES = 4096;

  private final String name;

  /** Creates a file by its name in any of H2's file systems. */
  StoreFile(String name) {
    this.name = name;
  }

  /**
   * Opens the file, which is created if it does not exist; throws {@link MVStoreException}.
   *
   * @param known a version that is in the file, 0 if none is known
   */
  MVStore open(long known) {
    MVStore found = builder().open();
    if (found.getCurrentVersion() >= known) {
      return found;
    }
    found.closeImmediately();
    found = builder().recoveryMode().open();
    if (found.getCurrentVersion() >= known) {
      return found;
    }
    found.closeImmediately();
    throw new MVStoreException(
        DataUtils.ERROR_FILE_CORRUPT, "version " + known + " is not in the file any more");
  }

  private MVStore.Builder builder() {
    return new MVStore.Builder()
        .fileName(name)
        .pageSplitSize(PAGE_BYTES)
        // A version is made when a change ends, and at no other time.
        .autoCommitDisabled()
        .autoCommitBufferSize(0);
  }

  @Override
  public String toString() {
    return name;
  }
}
