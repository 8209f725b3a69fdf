package dev.gatehouse.integrationtests.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An emulator with a data directory whose file must not grow for a while, as on a full disk. */
@Tag("extended")
@Timeout(200)
class FullDiskIT {

  private static final int TRIES = 200;

  private final Set<String> answered = new HashSet<>();

  @TempDir private Path data;

  @Test
  void userOfARefusedRequestIsNowhereAndTheNextOneIsKept() throws Exception {
    try (LocalEmulator emulator = LocalEmulator.start("--data", data.toString())) {
      StoredThings things = new StoredThings(emulator);
      things.prepare();
      limit(emulator, Files.size(data.resolve("gatehouse.mv")) + ":unlimited");
      HttpResponse<String> refused = createUsersUntilOneIsRefused(things);

      assertThat(refused.statusCode()).isEqualTo(500);
      assertThat(refused.body())
          .contains("gatehouse.mv cannot be written: File too large", "undone");
      assertThat(things.find(StoredThing.USER, answered)).isEqualTo(answered);

      limit(emulator, "unlimited:unlimited");
      create(things, "after");
      assertThat(things.find(StoredThing.USER, answered)).isEqualTo(answered).isNotEmpty();
      emulator.process().destroyForcibly().waitFor();
    }
    try (LocalEmulator emulator = LocalEmulator.start("--data", data.toString())) {
      assertThat(new StoredThings(emulator).find(StoredThing.USER, answered)).isEqualTo(answered);
    }
  }

  private HttpResponse<String> createUsersUntilOneIsRefused(StoredThings things) throws Exception {
    for (int i = 0; i < TRIES; i++) {
      HttpResponse<String> response = create(things, "user" + i);
      if (response.statusCode() != 200) {
        return response;
      }
    }
    throw new AssertionError("the file did not grow");
  }

  private HttpResponse<String> create(StoredThings things, String name) throws Exception {
    String email = name + "@example.com";
    HttpResponse<String> response = things.send(StoredThing.USER, email);
    if (response.statusCode() == 200) {
      answered.add(email);
    }
    return response;
  }

  /** Sets the largest size of files that the emulator writes, soft and hard. */
  private static void limit(LocalEmulator emulator, String bytes)
      throws IOException, InterruptedException {
    Process prlimit =
        new ProcessBuilder(
                "prlimit", "--pid", Long.toString(emulator.process().pid()), "--fsize=" + bytes)
            .inheritIO()
            .start();
    assertThat(prlimit.waitFor()).isZero();
  }
}
