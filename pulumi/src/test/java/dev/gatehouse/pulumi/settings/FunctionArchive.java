package dev.gatehouse.pulumi.settings;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** A process of a function, started from its built archive. */
final class FunctionArchive implements AutoCloseable {
  private final Process process;
  private final BufferedReader output;
  private final BufferedWriter input;

  private FunctionArchive(Process process) {
    this.process = process;
    this.output = process.inputReader(StandardCharsets.UTF_8);
    this.input = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Unpacks an archive and starts a process that creates its handler on demand. */
  static FunctionArchive start(Path archive, String handler, Path directory) throws IOException {
    unpack(archive, directory);
    return new FunctionArchive(builder(directory, handler).start());
  }

  private static ProcessBuilder builder(Path directory, String handler) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            jdk().resolve("bin/java").toString(),
            "-XX:TieredStopAtLevel=1",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "-cp",
            String.join(
                File.pathSeparator,
                directory.resolve("lib") + "/*",
                Path.of("target/test-classes").toAbsolutePath().toString()),
            FunctionStarts.class.getName(),
            handler);
    builder.environment().putAll(environment(directory));
    return builder.redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /** Returns the variables that Lambda sets for a function in a directory. */
  static Map<String, String> environment(Path directory) {
    return Map.of(
        "LANG", "C.UTF-8",
        // For the native libraries of the archive.
        "LD_LIBRARY_PATH", directory.resolve("lib").toString(),
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "local",
        "AWS_SECRET_ACCESS_KEY", "local");
  }

  /** Returns "taken", or "refused" with the message of the function. */
  String start(Map<String, String> variables) throws IOException {
    input.write(
        variables.entrySet().stream()
            .map(it -> it.getKey() + "=" + FunctionStarts.encoded(it.getValue()))
            .collect(Collectors.joining(" ")));
    input.newLine();
    input.flush();
    return result();
  }

  private String result() throws IOException {
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      if (line.startsWith(FunctionStarts.RESULT)) {
        return line.substring(FunctionStarts.RESULT.length());
      }
    }
    throw new IOException("the process of the function ended");
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private static void unpack(Path archive, Path directory) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        Path file = directory.resolve(entry.getName());
        if (!entry.isDirectory()) {
          Files.createDirectories(file.getParent());
          Files.copy(zip, file);
        }
      }
    }
  }

  /** Returns a JDK that runs functions; Maven's own may be older. */
  static Path jdk() throws IOException {
    Process found = new ProcessBuilder("../tools/find-jdk").start();
    try (BufferedReader reader =
        new BufferedReader(new InputStreamReader(found.getInputStream(), StandardCharsets.UTF_8))) {
      return Path.of(reader.readLine());
    }
  }
}
