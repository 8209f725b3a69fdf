package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.lambda.registry.ExecutionRoles;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.runtime.FunctionTelemetry.TraceCounts;
import dev.gatehouse.local.plan.Plan;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The logs and traces of all functions. */
public final class FunctionLogs {

  private final Map<String, FunctionTelemetry> telemetry = new LinkedHashMap<>();
  private final Map<String, FunctionLog> logs = new LinkedHashMap<>();

  /** Creates an empty log for each function, in a directory. */
  public FunctionLogs(
      Plan plan, List<LambdaFunction> functions, Path directory, ExecutionRoles roles) {
    Set<String> groups =
        plan.ofType("aws:cloudwatch/logGroup:LogGroup").stream()
            .map(group -> group.output("name"))
            .collect(Collectors.toSet());
    for (LambdaFunction function : functions) {
      FunctionTelemetry own = new FunctionTelemetry(function, roles, groups);
      telemetry.put(function.name(), own);
      logs.put(function.name(), FunctionLog.create(directory, function.name(), own));
    }
  }

  /** Returns the log of a function. */
  public FunctionLog of(LambdaFunction function) {
    return Objects.requireNonNull(logs.get(function.name()));
  }

  /** Returns the counts of traces, by function. */
  public Map<String, TraceCounts> traces() {
    Map<String, TraceCounts> counts = new LinkedHashMap<>();
    telemetry.forEach((function, sent) -> counts.put(function, sent.traces()));
    return counts;
  }
}
