package dev.gatehouse.triggers;

import com.amazonaws.services.lambda.runtime.Context;
import io.avaje.json.stream.BufferedJsonWriter;
import io.avaje.json.stream.JsonStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of JSON for each invocation, and one for each thing on the way that is counted
 * apart: what happened, and never who it happened to.
 *
 * <p>No event, address, attribute or code of a person has a way in.
 */
public final class InvocationLog {
  private final String function;
  private final Clock clock;
  private final PrintStream out;
  private final JsonStream json = JsonStream.builder().build();

  /** Logs for the function of this name. */
  public InvocationLog(String function, Clock clock, PrintStream out) {
    this.function = function;
    this.clock = clock;
    this.out = out;
  }

  /** Logs to standard output, which Lambda hands on to CloudWatch. */
  public static InvocationLog of(String function) {
    return new InvocationLog(function, Clock.systemUTC(), System.out);
  }

  /** Logs nowhere: what is rehearsed has not happened. */
  public static InvocationLog silent(String function) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    return new InvocationLog(function, Clock.systemUTC(), nowhere);
  }

  /** Begins an invocation. */
  public Invocation start(Context context) {
    return new Invocation(context.getAwsRequestId());
  }

  /** Writes a line about the start of the function itself. */
  public void atStart(Outcome outcome) {
    new Invocation(null).ended(outcome);
  }

  /** Writes that the call before the snapshot failed, without which the function works as well. */
  public void notPrimed(Throwable failure) {
    Invocation start = new Invocation(null);
    start.failedBy(failure);
    start.ended(Outcome.error("not-primed", "PRIMING_FAILED"));
  }

  /** One invocation, from its start to the one line that it leaves behind. */
  public final class Invocation {
    private final long startedAt = clock.millis();
    private final @Nullable String requestId;
    private @Nullable String triggerSource;
    private @Nullable String sub;
    private @Nullable Throwable failure;
    private final Map<String, Long> counts = new LinkedHashMap<>();

    private Invocation(@Nullable String requestId) {
      this.requestId = requestId;
    }

    /** Notes why Cognito called. */
    public void calledFor(@Nullable String source) {
      triggerSource = source;
    }

    /** Notes the pool's own id of the user, the only thing about a person that is logged. */
    public void about(@Nullable String id) {
      sub = id;
    }

    /** Notes what went wrong; its type and its place are logged, its message may quote a person. */
    public void failedBy(Throwable thrown) {
      failure = thrown;
    }

    /** Counts so many in this metric, beside what the outcome counts. */
    public void counted(String metric, long many) {
      counts.merge(metric, many, Long::sum);
    }

    /** Writes a line about something on the way to the end. */
    public void passed(Outcome outcome) {
      write(outcome, Map.of());
    }

    /** Writes the line. */
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
      Fields line = new Fields(writer);
      writer.beginObject();
      line.metrics(all, outcome, now);
      line.text("level", outcome.error() ? "ERROR" : "INFO");
      line.text("function", function);
      line.text("triggerSource", triggerSource);
      line.text("outcome", outcome.name());
      line.text("code", outcome.code());
      line.text("rule", outcome.rule());
      line.failure(failure);
      line.number("durationMs", now - startedAt);
      line.text("requestId", requestId);
      line.text("sub", sub);
      writer.endObject();
      out.println(writer.result());
    }
  }
}
