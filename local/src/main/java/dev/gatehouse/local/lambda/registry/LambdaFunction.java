package dev.gatehouse.local.lambda.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A function of the plan, with Lambda's defaults for inputs that are not set. */
public record LambdaFunction(Resource resource, Path archive) {

  /** Returns the name. */
  public String name() {
    return resource.output("name");
  }

  /** Returns the ARN without a qualifier. */
  public String arn() {
    return resource.output("arn");
  }

  /** Returns the handler: a class, and a method if it is not handleRequest. */
  public String handler() {
    return resource.input("handler");
  }

  /** Returns the runtime, such as {@code java21}. */
  public String runtime() {
    return resource.input("runtime");
  }

  /** Returns the memory in MB. */
  public int memory() {
    return resource.wholeInput("memorySize").orElse(128);
  }

  /** Returns the timeout of an invocation. */
  public Duration timeout() {
    return Duration.ofSeconds(resource.wholeInput("timeout").orElse(3));
  }

  /** Returns the reserved concurrency, 0 to let no event run; empty if there is none. */
  public OptionalInt reservedConcurrency() {
    OptionalInt reserved = resource.wholeInput("reservedConcurrentExecutions");
    // AWS's provider writes -1 for none.
    return reserved.orElse(-1) < 0 ? OptionalInt.empty() : reserved;
  }

  /** Returns the environment variables that the plan sets. */
  public Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    if (resource.object("environment").get("variables") instanceof JsonObject given) {
      given.asMap().forEach((name, value) -> variables.put(name, value.getAsString()));
    }
    return variables;
  }

  /** Returns the logging configuration, empty if it is not set. */
  public JsonObject logging() {
    return resource.object("loggingConfig");
  }

  /** Returns the name of the log group. */
  public String logGroup() {
    JsonElement group = logging().get("logGroup");
    return group == null ? "/aws/lambda/" + name() : group.getAsString();
  }

  /** Returns whether Lambda sends a trace of every invocation. */
  public boolean traced() {
    JsonElement mode = resource.object("tracingConfig").get("mode");
    return mode != null && mode.getAsString().equals("Active");
  }

  /** Returns the version {@code $LATEST}. */
  public LambdaVersion latest() {
    return new LambdaVersion(this, FunctionName.LATEST);
  }

  /** Returns whether the function has a published version besides {@code $LATEST}. */
  boolean published() {
    JsonElement publish = resource.inputs().get("publish");
    return publish != null && publish.getAsBoolean();
  }

  /** Returns whether published versions start from a snapshot. */
  public boolean snapStart() {
    JsonElement applyOn = resource.object("snapStart").get("applyOn");
    return applyOn != null && applyOn.getAsString().equals("PublishedVersions");
  }

  /** Returns the hash of the name, since that of all inputs would cost time in each invocation. */
  @Override
  public int hashCode() {
    return name().hashCode();
  }

  /** Compares every component, as records do. */
  @Override
  public boolean equals(@Nullable Object other) {
    return this == other
        || (other instanceof LambdaFunction function
            && resource.equals(function.resource)
            && archive.equals(function.archive));
  }
}
