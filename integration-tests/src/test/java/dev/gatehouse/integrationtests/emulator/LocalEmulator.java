package dev.gatehouse.integrationtests.emulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The local emulator under test: started by the tests, or already running at a given endpoint. */
public final class LocalEmulator implements AutoCloseable {
  private static final Pattern AWS_ADDRESS = Pattern.compile("^ *AWS +(http://[^ ]+)");
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** The end of an emulator before it was ready; the message is what it printed. */
  static final class NotStarted extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotStarted(List<String> printed) {
      super(String.join("\n", printed));
    }
  }

  private final @Nullable Process process;
  private final JsonObject info;
  private final URI aws;
  private final Queue<String> printed = new ConcurrentLinkedQueue<>();

  private LocalEmulator(@Nullable Process process, URI aws) {
    this.process = process;
    this.aws = aws;
    this.info = JsonParser.parseString(get(aws.resolve("/_gatehouse"))).getAsJsonObject();
    if (!info.has("awsUrl")) {
      throw new IllegalStateException("there is no emulator at " + aws);
    }
  }

  /**
   * Returns the emulator that {@code -Dtarget.aws} names; throws with one sentence if something
   * else answers there.
   */
  static LocalEmulator at(URI aws) {
    try {
      return new LocalEmulator(null, aws);
    } catch (JsonParseException | IllegalStateException | UncheckedIOException other) {
      throw new IllegalStateException(
          ("-Dtarget.aws=%s must name a running make local, and %s there; -Dtarget.localstack="
                  + " names a LocalStack, -Dtarget.emulator= another emulator")
              .formatted(
                  aws,
                  other instanceof UncheckedIOException
                      ? "nothing answers"
                      : "something else answers"));
    }
  }

  /**
   * Starts an emulator on two free ports, with the plan of the tests unless the options name one,
   * and waits until it is ready.
   */
  public static LocalEmulator start(String... options) {
    return start(List.of(), options);
  }

  /** Starts an emulator whose JVM has a default locale with digits of its own. */
  public static LocalEmulator startInPersian() {
    return start(List.of("env", "JDK_JAVA_OPTIONS=-Duser.language=fa -Duser.country=IR"));
  }

  /** Starts an emulator in a shell with another locale, such as C. */
  static LocalEmulator startUnder(String locale, String... options) {
    return start(List.of("env", "-u", "LANG", "LC_ALL=" + locale), options);
  }

  private static LocalEmulator start(List<String> prefix, String... options) {
    try {
      Process process = launch(prefix, withDefaults(options));
      try {
        BufferedReader output = process.inputReader();
        LocalEmulator started = new LocalEmulator(process, awsUrl(output));
        Thread.startVirtualThread(() -> started.read(output));
        return started;
      } catch (IOException | RuntimeException e) {
        // Without a reference nothing would stop the process after the tests.
        process.destroy();
        throw e;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Starts an emulator as the leader of a process group, as a terminal does, and waits for nothing.
   */
  static Process launchAsGroupLeader() throws IOException {
    return launch(List.of("setsid"), withDefaults("--warm-up"));
  }

  private static List<String> withDefaults(String... options) {
    List<String> all = new ArrayList<>(List.of("--api-port", "0", "--aws-port", "0"));
    all.addAll(List.of(options));
    if (!all.contains("--demo-port")) {
      all.addAll(List.of("--demo-port", "0"));
    }
    if (!all.contains("--warm-up")) {
      // Most tests call one or two functions.
      all.add("--no-warm-up");
    }
    if (!all.contains("--plan")) {
      all.addAll(List.of("--plan", Repository.plan().toString()));
    }
    return all;
  }

  /** Starts the launcher without waiting for it. */
  static Process launch(List<String> options) throws IOException {
    return launch(List.of(), options);
  }

  private static Process launch(List<String> prefix, List<String> options) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    // Children of a background shell ignore SIGINT.
    command.addAll(List.of("env", "--default-signal=INT"));
    command.add(Repository.ROOT.resolve("local/target/start").toString());
    command.addAll(options);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    return process;
  }

  /** Reads the output up to the AWS URL, which the emulator prints when it is ready. */
  private static URI awsUrl(BufferedReader output) throws IOException {
    List<String> printed = new ArrayList<>();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      printed.add(line);
      Matcher address = AWS_ADDRESS.matcher(line);
      if (address.find()) {
        return URI.create(address.group(1));
      }
    }
    throw new NotStarted(printed);
  }

  /** Reads what the emulator prints when it runs, which would wait for a full pipe else. */
  private void read(BufferedReader output) {
    output.lines().forEach(printed::add);
  }

  /** Returns what the emulator has printed since it was ready. */
  public List<String> printed() {
    return List.copyOf(printed);
  }

  /** Returns the body of a GET request. */
  public static String get(URI address) {
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

  /** Returns the base URL of the API. */
  public URI api() {
    return URI.create(info("apiUrl"));
  }

  /** Returns the endpoint URL of every AWS service. */
  public URI aws() {
    return aws;
  }

  /** Returns a member of the response of {@code GET /_gatehouse}. */
  public String info(String field) {
    return info.get(field).getAsString();
  }

  /** Returns the physical name of the function with the given Pulumi name. */
  public String function(String name) {
    return info.getAsJsonArray("functions").asList().stream()
        .map(function -> function.getAsString())
        .filter(function -> function.endsWith("-" + name))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the emulator's process. */
  Process process() {
    if (process == null) {
      throw new IllegalStateException("the emulator was not started by the tests");
    }
    return process;
  }

  /** Returns the processes of functions that run. */
  public List<ProcessHandle> functionProcesses() {
    return process().descendants().filter(ProcessHandle::isAlive).toList();
  }

  /** Ends the emulator with SIGKILL, as a crash does, and waits until it has exited. */
  public void kill() throws InterruptedException {
    int unused = process().destroyForcibly().waitFor();
  }

  /** Stops the emulator with SIGTERM and waits until it has exited. */
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
        throw new IllegalStateException("The emulator did not stop within 20 seconds of TERM");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
