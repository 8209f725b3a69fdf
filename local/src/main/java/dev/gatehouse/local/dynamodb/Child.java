package dev.gatehouse.local.dynamodb;

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

/** Is the process that runs DynamoDB Local. */
final class Child implements AutoCloseable {

  private final Process process;
  private final CompletableFuture<URI> endpoint = new CompletableFuture<>();

  private Child(Process process) {
    this.process = process;
    Thread.ofVirtual().name("dynamodb-output").start(this::read);
  }

  /** Starts it, in memory if no directory is given. */
  static Child start(@Nullable Path directory) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // Ready in half a second rather than one: what runs for minutes only need not be compiled well.
    command.add("-XX:+UseSerialGC");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:-UsePerfData");
    command.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add(DynamoDbLocalProcess.class.getName());
    if (directory != null) {
      command.add(Files.createDirectories(directory).toAbsolutePath().toString());
    }
    return new Child(new ProcessBuilder(command).redirectErrorStream(true).start());
  }

  /** Returns where it listens, once it does; throws what it said instead of listening. */
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

  /** Reads all it says, so that it never waits for a reader; only where it listens is of use. */
  private void read() {
    StringBuilder before = new StringBuilder();
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DynamoDbLocalProcess.LISTENING)) {
          String port = line.substring(DynamoDbLocalProcess.LISTENING.length());
          endpoint.complete(URI.create("http://127.0.0.1:" + port + "/"));
        } else if (!endpoint.isDone()) {
          before.append('\n').append(line);
        }
      }
    } catch (IOException e) {
      before.append('\n').append(e.getMessage());
    }
    endpoint.completeExceptionally(
        new IllegalStateException("DynamoDB Local does not start:" + before));
  }
}
