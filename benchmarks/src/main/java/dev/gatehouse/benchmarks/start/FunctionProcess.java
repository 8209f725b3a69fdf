package dev.gatehouse.benchmarks.start;

import dev.gatehouse.benchmarks.start.RuntimeApi.Said;
import dev.gatehouse.benchmarks.start.Sample.Cost;
import dev.gatehouse.benchmarks.start.Subject.Start;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Is one process of a function, measured from its start. */
final class FunctionProcess implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  private final RuntimeApi api;
  private final Process process;
  private final ProcessStat stat;
  private final long started;

  private FunctionProcess(RuntimeApi api, Process process, long started) {
    this.api = api;
    this.process = process;
    this.stat = ProcessStat.of(process);
    this.started = started;
  }

  /** Starts a process that talks to the stand-ins. */
  static FunctionProcess start(
      Subject subject, List<String> command, Path taskRoot, Map<String, String> aws)
      throws IOException {
    RuntimeApi api = new RuntimeApi();
    ProcessBuilder builder = new ProcessBuilder(command).directory(taskRoot.toFile());
    builder.redirectErrorStream(true);
    builder.redirectOutput(Redirect.appendTo(taskRoot.resolve("benchmark.log").toFile()));
    Map<String, String> environment = builder.environment();
    environment.clear();
    environment.putAll(subject.environment());
    environment.putAll(aws);
    environment.put("LANG", "en_US.UTF-8");
    environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    environment.put("TZ", ":UTC");
    environment.put("_HANDLER", subject.handler());
    environment.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    environment.put("LD_LIBRARY_PATH", taskRoot.resolve("lib").toString());
    environment.put("AWS_LAMBDA_RUNTIME_API", api.address());
    environment.put("AWS_LAMBDA_FUNCTION_NAME", subject.function());
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(subject.memory()));
    environment.put("AWS_LAMBDA_LOG_FORMAT", "JSON");
    environment.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE",
        subject.start() == Start.SNAPSHOT ? "snap-start" : "on-demand");
    long started = System.nanoTime();
    try {
      return new FunctionProcess(api, builder.start(), started);
    } catch (IOException e) {
      api.close();
      throw e;
    }
  }

  /** Waits for the init, then calls as often as said, under the quota if there is one. */
  Sample measure(Subject subject, int warmCalls, @Nullable Quota quota)
      throws IOException, InterruptedException {
    long ready = api.awaitQuestion();
    Cost init = new Cost((ready - started) / NANOS_PER_MILLI, stat.cpuMillis());
    if (quota != null) {
      quota.limit(subject.memory());
      quota.hold(process);
    }
    Cost first = call(subject);
    double before = stat.cpuMillis();
    List<Double> walls = new ArrayList<>();
    for (int i = 0; i < warmCalls; i++) {
      walls.add(call(subject).wall());
    }
    double cpu = warmCalls == 0 ? 0 : (stat.cpuMillis() - before) / warmCalls;
    double wall = warmCalls == 0 ? 0 : Medians.median(walls, one -> one);
    return new Sample(init, first, new Cost(wall, cpu), stat.peakKilobytes());
  }

  /** Counts until the process asks for the next event: what it does after its answer is billed. */
  private Cost call(Subject subject) throws IOException, InterruptedException {
    double cpu = stat.cpuMillis();
    long begun = System.nanoTime();
    Said answer = api.call(subject.payload());
    if (answer.error() || answer.text().contains("\"statusCode\":5")) {
      throw new IOException(subject.name() + " answers " + answer.text());
    }
    api.awaitQuestion();
    return new Cost((answer.nanos() - begun) / NANOS_PER_MILLI, stat.cpuMillis() - cpu);
  }

  /** Ends the process in good order, so that it can write what it has learnt. */
  void end() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("the function does not end");
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    api.close();
  }
}
