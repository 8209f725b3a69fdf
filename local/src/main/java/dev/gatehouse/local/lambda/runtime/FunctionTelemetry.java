package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * What Lambda sends to CloudWatch Logs and X-Ray in the name of a function's role. Without the
 * permission it is lost, and no call fails, as on AWS.
 */
public final class FunctionTelemetry {

  private static final Logger LOG = System.getLogger(FunctionTelemetry.class.getName());
  private static final String LOGS = "arn:aws:logs:us-east-1:000000000000:log-group:";

  private final LambdaFunction function;
  private final ExecutionRoles roles;
  private final boolean createsLogGroup;
  private final AtomicInteger sentTraces = new AtomicInteger();
  private final AtomicInteger lostTraces = new AtomicInteger();
  private final AtomicInteger lostTelemetry = new AtomicInteger();
  private volatile String reported = "";

  /**
   * The counts of a function's traces.
   *
   * @param sent the traces that X-Ray took
   * @param lost those that the role did not allow
   * @param telemetryLost the records about the sending itself that the role did not allow
   */
  public record TraceCounts(int sent, int lost, int telemetryLost) {}

  /**
   * Creates the telemetry of a function.
   *
   * @param logGroups the names of the log groups that exist; Lambda creates a missing one
   */
  public FunctionTelemetry(LambdaFunction function, ExecutionRoles roles, Set<String> logGroups) {
    this.function = function;
    this.roles = roles;
    this.createsLogGroup = !logGroups.contains(function.logGroup());
  }

  /**
   * Returns whether the role lets Lambda write lines into a log stream. Each delivery asks for
   * every permission, though AWS creates a stream only once for each process.
   */
  boolean mayLog() {
    Optional<String> refusal =
        Stream.of("logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents")
            .filter(action -> createsLogGroup || !action.equals("logs:CreateLogGroup"))
            .flatMap(
                action ->
                    roles
                        .refusal(function, action, LOGS + function.logGroup() + ":log-stream:")
                        .stream())
            .findFirst();
    report(refusal.orElse(""));
    return refusal.isEmpty();
  }

  /** Sends the trace of an invocation, if the function is traced. */
  void trace() {
    if (!function.traced()) {
      return;
    }
    boolean sent = roles.refusal(function, "xray:PutTraceSegments", "*").isEmpty();
    (sent ? sentTraces : lostTraces).incrementAndGet();
    if (roles.refusal(function, "xray:PutTelemetryRecords", "*").isPresent()) {
      lostTelemetry.incrementAndGet();
    }
  }

  /** Returns the counts of traces since the start. */
  public TraceCounts traces() {
    return new TraceCounts(sentTraces.get(), lostTraces.get(), lostTelemetry.get());
  }

  /** Reports once why the log stays empty. */
  private void report(String refusal) {
    if (!refusal.equals(reported)) {
      reported = refusal;
      if (!refusal.isEmpty()) {
        LOG.log(Level.WARNING, "The log of {0} stays empty. {1}", function.name(), refusal);
      }
    }
  }
}
