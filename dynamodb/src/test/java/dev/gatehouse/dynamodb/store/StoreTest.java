package dev.gatehouse.dynamodb.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

  private static final int THREADS = 8;
  private static final int CHANGES = 400;

  @TempDir private Path directory;

  @AfterEach
  void freeSpace() {
    FullDisk.freeSpace();
  }

  private static void put(Store store, String key) {
    String unused =
        store.write(
            () -> {
              store.texts("a").put(key, "x".repeat(600));
              store.texts("b").put(key, "1");
              return key;
            });
  }

  private static Set<String> keys(Store store, String map) {
    return Set.copyOf(store.texts(map).keySet());
  }

  @Test
  void changeOnAFullDiskIsUndoneAndSaysWhy() {
    Path file = directory.resolve("store.mv");
    AtomicInteger undone = new AtomicInteger();
    try (Store store = FullDisk.open(file)) {
      store.whenUndone(undone::incrementAndGet);
      put(store, "before");
      FullDisk.fill();

      assertThatThrownBy(() -> put(store, "lost"))
          .isInstanceOf(StoreNotWritable.class)
          .hasMessage(
              "full:%s cannot be written: No space left on device. What this request changed is"
                  + " undone; free some space and try again.",
              file);
      assertThat(keys(store, "a")).containsExactly("before");
      assertThat(undone).hasValue(1);

      FullDisk.freeSpace();
      put(store, "after");
      assertThat(keys(store, "b")).containsExactlyInAnyOrder("before", "after");
    }
    try (Store store = Store.open(file)) {
      assertThat(keys(store, "a")).containsExactlyInAnyOrder("before", "after");
      assertThat(keys(store, "b")).containsExactlyInAnyOrder("before", "after");
    }
  }

  @Test
  void ofManyChangesThoseThatReturnedAreThereAndNoOthersWhileTheDiskIsFullNowAndThen()
      throws Exception {
    Path file = directory.resolve("store.mv");
    Set<String> returned = ConcurrentHashMap.newKeySet();
    AtomicInteger failed = new AtomicInteger();
    try (Store store = FullDisk.open(file);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      for (int thread = 0; thread < THREADS; thread++) {
        int number = thread;
        threads.execute(() -> putMany(store, number, returned, failed));
      }
      threads.shutdown();
      boolean full = false;
      while (!threads.awaitTermination(3, TimeUnit.MILLISECONDS)) {
        full = !full;
        if (full) {
          FullDisk.fill();
        } else {
          FullDisk.freeSpace();
        }
      }
      FullDisk.freeSpace();
      assertSame(keys(store, "a"), returned);
    }
    assertThat(failed).hasPositiveValue();
    assertThat(returned).isNotEmpty();
    try (Store store = Store.open(file)) {
      assertSame(keys(store, "a"), returned);
      assertSame(keys(store, "b"), returned);
    }
  }

  private static void assertSame(Set<String> kept, Set<String> returned) {
    assertThat(minus(returned, kept)).as("returned, but lost").isEmpty();
    assertThat(minus(kept, returned)).as("kept, but failed").isEmpty();
  }

  private static Set<String> minus(Set<String> all, Set<String> others) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(others);
    return left;
  }

  private static void putMany(Store store, int thread, Set<String> returned, AtomicInteger failed) {
    for (int i = 0; i < CHANGES; i++) {
      String key = thread + "-" + i;
      try {
        put(store, key);
        returned.add(key);
      } catch (StoreNotWritable e) {
        failed.incrementAndGet();
      }
    }
  }
}
