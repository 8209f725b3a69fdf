package dev.gatehouse.dynamodb.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A short run of changes in which each write to the file, one after the other, fails. */
class FailedWritesTest {

  /** So many that the file's space is used again. */
  private static final int EARLIER = 24;

  private static final int CHANGES = 12;

  /** More than the changes write. */
  private static final int WRITES = 26;

  /** Writes from a start until the first changes are made. */
  private static final int FIRST_WRITES = 4;

  @TempDir private Path directory;

  @AfterEach
  void freeSpace() {
    FullDisk.freeSpace();
  }

  /** Lists how many octets fit of each of up to three writes that fail together. */
  static Stream<List<Integer>> failures() {
    return Stream.of(1, 2, 3).flatMap(FailedWritesTest::failures);
  }

  private static Stream<List<Integer>> failures(int writes) {
    return writes == 0
        ? Stream.of(List.of())
        : failures(writes - 1)
            .flatMap(
                others ->
                    Stream.of(0, 512)
                        .map(octets -> Stream.concat(others.stream(), Stream.of(octets)).toList()));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void changesThatReturnedAreThereAndNoOthersWhicheverWriteFails(List<Integer> octets)
      throws IOException {
    for (int first = 0; first < WRITES; first++) {
      StoreChanges changes = start();
      FullDisk.fail(first, octets);
      changes.put(CHANGES);
      FullDisk.freeSpace();
      changes.put(1);
      changes.check("after %s writes, %s octets fit".formatted(first, octets));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 512})
  void changesThatReturnedAreThereAfterKillsInTheMiddleOfAnyTwoWrites(int octets)
      throws IOException {
    for (int first = 0; first < WRITES; first++) {
      for (int second = 0; second < FIRST_WRITES; second++) {
        StoreChanges changes = start();
        FullDisk.kill(first, octets);
        changes.putUntilKilled(CHANGES);
        FullDisk.kill(second, 512);
        changes.putUntilKilled(CHANGES);
        FullDisk.freeSpace();
        changes.put(1);
        changes.check("killed after %s and %s writes, %s octets".formatted(first, second, octets));
      }
    }
  }

  private StoreChanges start() throws IOException {
    Path file = directory.resolve("store.mv");
    Files.deleteIfExists(file);
    StoreChanges changes = new StoreChanges(file);
    changes.put(EARLIER);
    return changes;
  }
}
