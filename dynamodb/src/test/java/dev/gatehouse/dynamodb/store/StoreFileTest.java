package dev.gatehouse.dynamodb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The size of a store's file after many overwrites. */
class StoreFileTest {

  private static final int KEYS = 5_000;
  private static final int VALUE = 1_000;
  private static final int DATA_BYTES = KEYS * VALUE;

  private final Random random = new Random(11);

  @TempDir private Path directory;

  @Test
  void fileStaysWithinSixTimesItsDataWhenEntriesAreOverwritten() throws IOException {
    overwrite(6_000);
  }

  @Test
  @Tag("nightly")
  void fileStaysWithinSixTimesItsDataAfterAHundredThousandOverwrites() throws IOException {
    overwrite(100_000);
  }

  private void overwrite(int times) throws IOException {
    Path file = directory.resolve("store.mv");
    try (Store store = Store.open(file)) {
      fill(store);
      overwrite(store, file, times / 2);
      // What a killed process leaves: no clean end of the file.
      Path left = directory.resolve("killed.mv");
      Files.copy(file, left, StandardCopyOption.REPLACE_EXISTING);
      try (Store killed = Store.open(left)) {
        assertThat(killed.texts("a")).hasSize(KEYS);
        overwrite(killed, left, times / 2);
      }
    }
  }

  private static void fill(Store store) {
    boolean unused =
        store.write(
            () -> {
              MVMap<String, String> map = store.texts("a");
              for (int i = 0; i < KEYS; i++) {
                map.put(key(i), "x".repeat(VALUE));
              }
              return true;
            });
  }

  private void overwrite(Store store, Path file, int times) throws IOException {
    for (int i = 0; i < times; i++) {
      String key = key(random.nextInt(KEYS));
      String value = Integer.toString(i).repeat(VALUE).substring(0, VALUE);
      String unused = store.write(() -> store.texts("a").put(key, value));
      if (i % 200 == 0) {
        assertThat(Files.size(file)).as("after %d", i).isLessThan(6L * DATA_BYTES);
      }
    }
  }

  private static String key(int number) {
    return String.format(Locale.ROOT, "%08d", number);
  }
}
