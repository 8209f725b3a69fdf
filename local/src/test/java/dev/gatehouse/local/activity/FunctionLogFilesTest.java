package dev.gatehouse.local.activity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.activity.LogTail.LogLine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FunctionLogFilesTest {
  private static final String ONE = "11111111-1111-1111-1111-111111111111";
  private static final String TWO = "22222222-2222-2222-2222-222222222222";

  @TempDir Path folder = Path.of("");

  private void log(String... lines) throws IOException {
    Files.write(
        folder.resolve("f.log"),
        List.of(lines),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }

  @Test
  void linesOfACallAreThoseBetweenItsStartAndItsReport() throws IOException {
    log(
        "INIT_START",
        "START RequestId: " + ONE + " Version: 1",
        "a line without an id",
        "{\"requestId\":\"" + TWO + "\",\"message\":\"another environment\"}",
        "{\"requestId\":\"" + ONE + "\",\"outcome\":\"ok\"}",
        "REPORT RequestId: " + ONE,
        "between two calls",
        "START RequestId: " + TWO + " Version: 1");

    assertThat(new FunctionLogFiles(folder).of("f", ONE))
        .containsExactly(
            "START RequestId: " + ONE + " Version: 1",
            "a line without an id",
            "{\"requestId\":\"" + ONE + "\",\"outcome\":\"ok\"}",
            "REPORT RequestId: " + ONE);
    assertThat(new FunctionLogFiles(folder).of("other", ONE)).isEmpty();
  }

  @Test
  void tailReturnsCompleteLinesOnceAndSurvivesAnEmptiedFile() throws IOException {
    log("old");
    LogTail tail = new LogTail(new FunctionLogFiles(folder), List.of("f", "g"));

    log("one", "two");
    Files.writeString(folder.resolve("f.log"), "hal", StandardOpenOption.APPEND);
    assertThat(tail.next()).containsExactly(new LogLine("f", "one"), new LogLine("f", "two"));
    Files.writeString(folder.resolve("f.log"), "f\n", StandardOpenOption.APPEND);
    assertThat(tail.next()).containsExactly(new LogLine("f", "half"));
    assertThat(tail.next()).isEmpty();
    Files.writeString(folder.resolve("f.log"), "new\n");
    assertThat(tail.next()).containsExactly(new LogLine("f", "new"));
  }
}
