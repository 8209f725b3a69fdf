package dev.gatehouse.local.activity;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The log files of the functions.
 *
 * @param directory the directory with a file for each function, {@code <function>.log}
 */
public record FunctionLogFiles(Path directory) {

  private static final int MAX_READ = 2 * 1024 * 1024;

  /** The request id that a line of Lambda's, or of a function's JSON log, names. */
  private static final Pattern REQUEST_ID =
      Pattern.compile(
          "\"?(?:RequestId|requestId|AWSRequestId)\"?\\s*:\\s*\"?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

  /** Returns the last lines of a function's log, oldest first; none if there is no log yet. */
  public List<String> last(String function, int max) {
    List<String> lines = read(function);
    return lines.subList(Math.max(0, lines.size() - max), lines.size());
  }

  /** Returns the lines of one invocation, oldest first. */
  public List<String> of(String function, String requestId) {
    List<String> found = new ArrayList<>();
    boolean within = false;
    for (String line : read(function)) {
      Matcher id = REQUEST_ID.matcher(line);
      boolean named = id.find();
      boolean own = named && id.group(1).equals(requestId);
      within |= own && line.startsWith("START ");
      if (own || (within && !named)) {
        found.add(line);
      }
      within &= !(own && line.startsWith("REPORT "));
    }
    return found;
  }

  Path file(String function) {
    return directory.resolve(function + ".log");
  }

  private List<String> read(String function) {
    Path file = file(function);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      long start = Math.max(0, log.length() - MAX_READ);
      log.seek(start);
      byte[] bytes = new byte[(int) (log.length() - start)];
      log.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
