package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Rows, users, sessions, mails and messages of an emulator with a data directory that is killed
 * while clients write them.
 */
@Timeout(400)
class KilledEmulatorIT {

  private static final int THREADS_OF_EACH = 2;
  private static final int WRITTEN_BEFORE_A_KILL = 20;

  private final Map<StoredThing, Set<String>> answered =
      Stream.of(StoredThing.values())
          .collect(Collectors.toMap(thing -> thing, thing -> ConcurrentHashMap.newKeySet()));
  private final AtomicInteger sent = new AtomicInteger();

  @TempDir private Path data;

  @Test
  @Tag("extended")
  void everythingThatWasAnsweredIsThereAfterTwoKills() throws Exception {
    check(2);
  }

  @Test
  @Tag("nightly")
  void everythingThatWasAnsweredIsThereAfterTenKills() throws Exception {
    check(10);
  }

  private void check(int kills) throws Exception {
    for (int kill = 0; kill < kills; kill++) {
      killWhileWriting();
    }
    try (LocalEmulator emulator = start()) {
      StoredThings things = new StoredThings(emulator);
      for (StoredThing thing : StoredThing.values()) {
        Set<String> kept = things.find(thing, of(thing));
        assertThat(kept).as(thing.name()).containsAll(of(thing));
        // At most what each thread had sent and no answer came for.
        assertThat(kept.size() - of(thing).size()).isBetween(0, kills * THREADS_OF_EACH);
      }
    }
  }

  private Set<String> of(StoredThing thing) {
    return answered.getOrDefault(thing, Set.of());
  }

  private LocalEmulator start() {
    return LocalEmulator.start("--data", data.toString());
  }

  private void killWhileWriting() throws Exception {
    LocalEmulator emulator = start();
    StoredThings things = new StoredThings(emulator);
    things.prepare();
    Map<StoredThing, Integer> before = new EnumMap<>(StoredThing.class);
    answered.forEach((thing, keys) -> before.put(thing, keys.size()));
    try (ExecutorService threads = Executors.newCachedThreadPool()) {
      for (StoredThing thing : StoredThing.values()) {
        for (int thread = 0; thread < THREADS_OF_EACH; thread++) {
          threads.execute(() -> writeUntilItIsKilled(things, thing));
        }
      }
      while (before.entrySet().stream()
          .anyMatch(each -> of(each.getKey()).size() < each.getValue() + WRITTEN_BEFORE_A_KILL)) {
        Thread.sleep(5);
      }
      Thread.sleep(ThreadLocalRandom.current().nextInt(200));
      emulator.kill();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
    }
  }

  private void writeUntilItIsKilled(StoredThings things, StoredThing thing) {
    try {
      while (true) {
        things.write(thing, sent.incrementAndGet()).ifPresent(of(thing)::add);
      }
    } catch (IOException killed) {
      // What this test waits for.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
