package dev.gatehouse.benchmarks.start.process;

import dev.gatehouse.benchmarks.start.measured.MeasuredFunction;
import dev.gatehouse.benchmarks.start.measured.MeasuredFunction.Start;
import dev.gatehouse.benchmarks.start.measured.Medians;
import dev.gatehouse.benchmarks.start.measured.Sample;
import dev.gatehouse.benchmarks.start.measured.Sample.Timing;
import dev.gatehouse.benchmarks.start.process.RuntimeApi.FunctionResponse;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A function's process, measured from its start. */
public final class FunctionProcess implements AutoCloseable {
  private static final double NANOS_PER_MILLI = 1e6;

  private final RuntimeApi api;
  private final Process process;
  private final ProcessUsage stat;
  private final long started;

  private FunctionProcess(RuntimeApi api, Process process, long started) {
    this.api = api;
    this.process = process;
    this.stat = ProcessUsage.of(process);
    this.started = started;
  }

  /** Starts a process that calls the fakes. */
  public static FunctionProcess start(
      MeasuredFunction subject, List<String> command, Path taskRoot, Map<String, String> aws)
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

  /**
   * Waits for the init, then measures the first call, some calls after it and some later ones,
   * under a quota if given.
   *
   * @param calls the number of calls that are measured together
   * @param last the number of the last one of the later calls, or 0 for none
   */
  public Sample measure(MeasuredFunction subject, int calls, int last, @Nullable CpuQuota quota)
      throws IOException, InterruptedException {
    long ready = api.awaitNextRequest();
    Timing init = new Timing((ready - started) / NANOS_PER_MILLI, stat.cpuMillis());
    if (quota != null) {
      quota.limit(subject.memory());
      quota.add(process);
    }
    Timing first = call(subject);
    Timing warm = calls(subject, calls);
    // Read here, so that the figure is that of the same number of calls for each function.
    long peak = stat.peakKilobytes();
    if (last == 0) {
      return new Sample(init, first, warm, null, peak);
    }
    calls(subject, last - 1 - 2 * calls);
    return new Sample(init, first, warm, calls(subject, calls), peak);
  }

  /** Returns the median time of some calls, and their mean CPU time: the clock is too coarse. */
  private Timing calls(MeasuredFunction subject, int calls)
      throws IOException, InterruptedException {
    double before = stat.cpuMillis();
    List<Double> walls = new ArrayList<>();
    for (int i = 0; i < calls; i++) {
      walls.add(call(subject).wall());
    }
    return new Timing(Medians.median(walls, one -> one), (stat.cpuMillis() - before) / calls);
  }

  /**
   * Measures a call until the process asks for the next event, since work after the response is
   * billed.
   */
  private Timing call(MeasuredFunction subject) throws IOException, InterruptedException {
    double cpu = stat.cpuMillis();
    long begun = System.nanoTime();
    FunctionResponse response = api.call(subject.payload());
    if (response.error() || response.text().contains("\"statusCode\":5")) {
      throw new IOException(subject.name() + " returns " + response.text());
    }
    api.awaitNextRequest();
    return new Timing((response.nanos() - begun) / NANOS_PER_MILLI, stat.cpuMillis() - cpu);
  }

  /** Stops the process with SIGTERM, so that the JVM writes its AOT cache. */
  public void end() throws IOException, InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new IOException("the function does not exit");
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly().onExit().join();
    api.close();
  }
}
