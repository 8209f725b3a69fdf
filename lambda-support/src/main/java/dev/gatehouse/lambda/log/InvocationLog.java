package dev.gatehouse.lambda.log;

import com.amazonaws.services.lambda.runtime.Context;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The log of a function: one line of JSON per invocation, and one per intermediate outcome that is
 * counted separately.
 *
 * <p>It accepts no event, address, attribute or code of a user.
 */
public final class InvocationLog {
  private final String function;
  private final @Nullable String stack;
  private final Clock clock;
  private final Consumer<String> sink;
  private final JsonStream json = JsonStream.builder().build();

  /**
   * Creates the log of a function whose metrics have no stack.
   *
   * @param sink receives each line
   */
  public InvocationLog(String function, Clock clock, Consumer<String> sink) {
    this(function, null, clock, sink);
  }

  /**
   * Creates the log of a function.
   *
   * @param stack the dimension that keeps the metrics of two stacks apart, null for none
   * @param sink receives each line
   */
  public InvocationLog(
      String function, @Nullable String stack, Clock clock, Consumer<String> sink) {
    this.function = function;
    this.stack = stack;
    this.clock = clock;
    this.sink = sink;
  }

  /**
   * Returns a log on standard output, which Lambda sends to CloudWatch. The environment variable
   * {@code STACK_NAME} is the dimension of its metrics.
   */
  public static InvocationLog of(String function) {
    return new InvocationLog(
        function, System.getenv("STACK_NAME"), Clock.systemUTC(), System.out::println);
  }

  /** Returns a log that discards its lines, for priming. */
  public static InvocationLog silent(String function) {
    return new InvocationLog(function, Clock.systemUTC(), line -> {});
  }

  /** Returns the log of one invocation. */
  public Invocation start(Context context) {
    return new Invocation(context.getAwsRequestId());
  }

  /** Writes a line about the start of the function itself. */
  public void atStart(Outcome outcome) {
    new Invocation(null).ended(outcome);
  }

  /** Writes that priming failed; the function works without it. */
  public void notPrimed(Throwable failure) {
    Invocation start = new Invocation(null);
    start.failedBy(failure);
    start.ended(Outcome.error("not-primed", "PRIMING_FAILED"));
  }

  /** One invocation, from its start to its line. */
  public final class Invocation {
    private final long startedAt = clock.millis();
    private final @Nullable String requestId;
    private @Nullable String triggerSource;
    private @Nullable String route;
    private @Nullable String origin;
    private @Nullable String source;
    private @Nullable Integer status;
    private @Nullable String sub;
    private @Nullable Throwable failure;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private Invocation(@Nullable String requestId) {
      this.requestId = requestId;
    }

    /** Sets the trigger source of the event. */
    public void calledFor(@Nullable String source) {
      triggerSource = source;
    }

    /** Sets the route and the HTTP status of a request to the API. */
    public void answered(String requestRoute, int httpStatus) {
      route = requestRoute;
      status = httpStatus;
    }

    /** Sets a keyed hash of the address that a request came from, never the address. */
    public void cameFrom(@Nullable String sourceHmac) {
      source = sourceHmac;
    }

    /** Sets the type of the error of another service that is behind a failure. */
    public void causedBy(@Nullable String errorType) {
      origin = errorType;
    }

    /** Sets the user's {@code sub}, the only attribute of a user that is logged. */
    public void about(@Nullable String id) {
      sub = id;
    }

    /** Sets what went wrong; its type and place are logged, its message may quote a user. */
    public void failedBy(Throwable thrown) {
      failure = thrown;
    }

    /** Adds a count to a metric, beside the metric of the outcome. */
    public void counted(String metric, long many) {
      counts.merge(metric, many, Long::sum);
    }

    /** Writes a line about an intermediate outcome. */
    public void passed(Outcome outcome) {
      write(outcome, Map.of());
    }

    /** Writes the line of the invocation. */
    public void ended(Outcome outcome) {
      write(outcome, counts);
    }

    private void write(Outcome outcome, Map<String, Long> counted) {
      long now = clock.millis();
      Map<String, Long> all = new LinkedHashMap<>(counted);
      if (outcome.metric() != null) {
        all.merge(outcome.metric(), 1L, Long::sum);
      }
      BufferedJsonWriter writer = json.bufferedWriter();
      LogFields line = new LogFields(writer);
      writer.beginObject();
      line.metrics(all, stack, outcome, now);
      line.text("level", outcome.error() ? "ERROR" : "INFO");
      line.text("function", function);
      line.text("triggerSource", triggerSource);
      line.text("route", route);
      line.text("outcome", outcome.name());
      line.text("code", outcome.code());
      line.text("rule", outcome.rule());
      line.text("cause", origin);
      line.failure(failure);
      if (status != null) {
        line.number("status", status);
      }
      line.number("durationMs", now - startedAt);
      line.text("requestId", requestId);
      line.text("sub", sub);
      line.text("source", source);
      writer.endObject();
      sink.accept(writer.result());
    }
  }
}
