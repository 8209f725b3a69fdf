package dev.gatehouse.integrationtests;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The machine that a journey runs against: started by this test, or running elsewhere already. */
final class Machine implements AutoCloseable {
  /** The repository that is under test. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern AWS_ADDRESS = Pattern.compile("^ *AWS +(http://[^ ]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final @Nullable Process process;
  private final JsonObject about;
  private final URI aws;

  private Machine(@Nullable Process process, URI aws) {
    this.process = process;
    this.aws = aws;
    this.about = JsonParser.parseString(get(aws.resolve("/_gatehouse"))).getAsJsonObject();
  }

  /** Takes the machine that is running at this endpoint. */
  static Machine at(URI aws) {
    return new Machine(null, aws);
  }

  /** Starts a machine of its own on any two free ports and waits until it says that it is ready. */
  static Machine start(String... options) {
    try {
      Process process = launch(onAnyPorts(options));
      try {
        return new Machine(process, awsUrl(process.inputReader()));
      } catch (IOException | RuntimeException e) {
        // A machine that nobody holds would run on after the tests.
        process.destroy();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> onAnyPorts(String... options) {
    List<String> all = new ArrayList<>(List.of("--api-port", "0", "--aws-port", "0"));
    all.addAll(List.of(options));
    return all;
  }

  /** Starts the launcher and leaves the rest to the caller. */
  static Process launch(List<String> options) throws IOException {
    List<String> command = new ArrayList<>();
    // A shell that puts the tests into the background has its children ignore Ctrl-C.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(ROOT.resolve("local/target/start").toString());
    command.addAll(options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  /** Reads what the machine prints up to its AWS address, which it prints when it is ready. */
  private static URI awsUrl(BufferedReader output) throws IOException {
    List<String> printed = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.add(line);
      Matcher address = AWS_ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group(1));
      }
    }
    throw new IllegalStateException("The machine stopped before it was ready: " + printed);
  }

  /** Returns what is at this address. */
  static String get(URI address) {
    try {
      HttpRequest request = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(20)).build();
      return HTTP.send(request, BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI api() {
    return URI.create(about("apiUrl"));
  }

  URI aws() {
    return aws;
  }

  /** Returns one field of what the machine says about itself. */
  String about(String field) {
    return about.get(field).getAsString();
  }

  /** Returns the physical name of the function with this Pulumi name. */
  String function(String name) {
    return about.getAsJsonArray("functions").asList().stream()
        .map(function -> function.getAsString())
        .filter(function -> function.endsWith("-" + name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the process behind the machine, if this test started it. */
  Process process() {
    if (process == null) {
      throw new IllegalStateException("this machine was started elsewhere");
    }
    return process;
  }

  /** Ends the machine as a terminal would, and waits until it is gone. */
  @Override
  public void close() {
    if (process == null) {
      return;
    }
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        throw new IllegalStateException("The machine did not stop within 20 seconds of TERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
