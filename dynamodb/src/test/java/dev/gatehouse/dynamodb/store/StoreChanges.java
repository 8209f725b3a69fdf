package dev.gatehouse.dynamodb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.h2.mvstore.MVStoreException;

/** Changes of a store, each of which puts a key of the same length into two maps. */
final class StoreChanges {

  private final Path file;
  private final Set<String> returned = new TreeSet<>();
  private final Set<String> unknown = new TreeSet<>();
  private Store store;
  private int number = 100;

  StoreChanges(Path file) {
    this.file = file;
    this.store = FullDisk.open(file);
  }

  /** Makes changes, of which those that fail are not to be there. */
  void put(int count) {
    for (int i = 0; i < count; i++) {
      String key = Integer.toString(number++);
      try {
        put(key);
        returned.add(key);
      } catch (StoreNotWritable e) {
        assertThat(e).hasMessageContaining("No space left on device");
      }
    }
  }

  /** Makes changes until the process is killed, then opens the file in another one. */
  void putUntilKilled(int count) {
    for (int i = 0; i < count; i++) {
      String key = Integer.toString(number++);
      try {
        put(key);
        returned.add(key);
      } catch (StoreNotWritable | IllegalStateException e) {
        unknown.add(key);
        openInAnotherProcess();
        return;
      }
    }
  }

  private void openInAnotherProcess() {
    try {
      store.close();
    } catch (MVStoreException | IllegalStateException e) {
      // It cannot write any more.
    }
    FullDisk.freeSpace();
    store = FullDisk.open(file);
  }

  private void put(String key) {
    String unused =
        store.write(
            () -> {
              store.texts("a").put(key, key.repeat(200));
              return store.texts("b").put(key, key);
            });
  }

  /** Asserts that what returned is there, now and in a process that opens the file. */
  void check(String failure) {
    check(store, failure);
    store.close();
    try (Store opened = Store.open(file)) {
      check(opened, failure + ", opened again");
    }
  }

  private void check(Store opened, String failure) {
    Set<String> kept = new TreeSet<>(opened.texts("a").keySet());
    assertThat(opened.texts("b").keySet()).as(failure).isEqualTo(kept);
    assertThat(kept).as(failure).containsAll(returned);
    kept.removeAll(unknown);
    assertThat(kept).as(failure).isEqualTo(returned);
    opened.texts("a").forEach((key, value) -> assertThat(value).isEqualTo(key.repeat(200)));
  }
}
