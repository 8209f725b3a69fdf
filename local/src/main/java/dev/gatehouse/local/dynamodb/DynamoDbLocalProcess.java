package dev.gatehouse.local.dynamodb;

import dev.gatehouse.local.process.ChildCommand;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The child process with DynamoDB Local. */
final class DynamoDbLocalProcess implements AutoCloseable {

  private final Process process;
  private final CompletableFuture<URI> endpoint = new CompletableFuture<>();

  private DynamoDbLocalProcess(Process process) {
    this.process = process;
    Thread.ofVirtual()
        .name("dynamodb-output")
        .start(() -> readOutput(process.inputReader(), endpoint));
  }

  /** Starts the process, with tables in memory if no directory is given. */
  static DynamoDbLocalProcess start(@Nullable Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Starts in half a second instead of one; a short run needs no optimizing compiler.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(DynamoDbLocalMain.class.getName());
    if (directory != null) {
      command.add(Files.createDirectories(directory).toAbsolutePath().toString());
    }
    return new DynamoDbLocalProcess(
        new ProcessBuilder(ChildCommand.ignoringSignals(command))
            .redirectErrorStream(true)
            .start());
  }

  /** Waits for the process and returns its URL; throws its output if it does not start. */
  URI endpoint() {
    try {
      return endpoint.join();
    } catch (CompletionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (IOException e) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** Reads the whole output, so that the process never blocks; only the port is used. */
  static void readOutput(BufferedReader process, CompletableFuture<URI> endpoint) {
    StringBuilder output = new StringBuilder();
    try (BufferedReader lines = process) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DynamoDbLocalMain.LISTENING)) {
          String port = line.substring(DynamoDbLocalMain.LISTENING.length());
          endpoint.complete(URI.create("http://127.0.0.1:" + port + "/"));
        } else if (!endpoint.isDone()) {
          output.append('\n').append(line);
        }
      }
    } catch (IOException | RuntimeException | Error e) {
      // Errors too, or every request would wait for ever.
      output.append('\n').append(e.getMessage());
    }
    endpoint.completeExceptionally(
        new IllegalStateException("DynamoDB Local does not start:" + output));
  }
}
