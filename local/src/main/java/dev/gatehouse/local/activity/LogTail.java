package dev.gatehouse.local.activity;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A reader of the lines that functions log from now on. */
public final class LogTail {

  /** A line of a function's log. */
  public record LogLine(String function, String text) {}

  private final FunctionLogFiles logs;
  private final Map<String, Long> offsets = new HashMap<>();

  /** Creates a reader of what these functions log from now on. */
  public LogTail(FunctionLogFiles logs, List<String> functions) throws IOException {
    this.logs = logs;
    for (String function : functions) {
      offsets.put(function, size(logs.file(function)));
    }
  }

  /** Returns the complete lines since the last call, of each function in their order. */
  public List<LogLine> next() throws IOException {
    List<LogLine> lines = new ArrayList<>();
    for (String function : offsets.keySet().stream().sorted().toList()) {
      read(function).lines().forEach(line -> lines.add(new LogLine(function, line)));
    }
    return lines;
  }

  private String read(String function) throws IOException {
    Path file = logs.file(function);
    long from = offsets.getOrDefault(function, 0L);
    long size = size(file);
    // A start of the emulator and a clean build empty the file.
    from = size < from ? 0 : from;
    if (size == from) {
      return "";
    }
    byte[] bytes = new byte[(int) Math.min(size - from, 1024 * 1024)];
    try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "r")) {
      log.seek(from);
      log.readFully(bytes);
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    offsets.put(function, from + end);
    return new String(bytes, 0, end, StandardCharsets.UTF_8);
  }

  private static long size(Path file) throws IOException {
    return Files.isRegularFile(file) ? Files.size(file) : 0;
  }
}
