package dev.gatehouse.benchmarks.load;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A running emulator of a checkout.
 *
 * @param name the name in the tables
 * @param info the response of {@code GET /_gatehouse}
 * @param readyMillis the time from the start of the process until the first sign-up was answered
 * @param readyCpuMillis the processor time of the emulator's own process until then
 */
record LoadTarget(
    String name, Process process, JsonObject info, double readyMillis, double readyCpuMillis)
    implements AutoCloseable {
  private static final Pattern AWS = Pattern.compile("^ *AWS +(http://[^ ]+)", Pattern.MULTILINE);

  /** Starts the emulator of a checkout and waits until it has answered a sign-up. */
  static LoadTarget start(String name, Path checkout) throws IOException, InterruptedException {
    Path output = Files.createTempFile("load-", ".out");
    long begin = System.nanoTime();
    Process process =
        new ProcessBuilder(
                List.of(
                    checkout.resolve("local/target/start").toString(),
                    "--api-port",
                    "0",
                    "--aws-port",
                    "0"))
            .redirectErrorStream(true)
            .redirectOutput(Redirect.to(output.toFile()))
            .start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    Matcher address = AWS.matcher("");
    while (!address.reset(Files.readString(output)).find()) {
      if (!process.isAlive()) {
        throw new IOException(Files.readString(output));
      }
      Thread.sleep(10);
    }
    URI aws = URI.create(address.group(1));
    String info = HttpJson.send("GET", aws.resolve("/_gatehouse"), "", 200);
    JsonObject parsed = JsonParser.parseString(info).getAsJsonObject();
    new ApiJourney(parsed).signUp("first@example.com");
    double millis = (System.nanoTime() - begin) / 1e6;
    double cpu =
        new ProcessTree(process.toHandle())
            .measure()
            .cpuMillis()
            .getOrDefault(process.pid(), Double.NaN);
    return new LoadTarget(name, process, parsed, millis, cpu);
  }

  /** Returns the processes of the emulator. */
  ProcessTree processes() {
    return new ProcessTree(process.toHandle());
  }

  @Override
  public void close() {
    process.destroy();
    process.onExit().join();
  }
}
