package dev.gatehouse.local.lambda.runtime;

import com.google.gson.JsonElement;
import dev.gatehouse.local.lambda.registry.LambdaFunction;
import dev.gatehouse.local.lambda.registry.LambdaVersion;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** The environment variables of a function: those of the plan and those that Lambda sets. */
public final class EnvironmentVariables {

  /**
   * The addresses of the emulator that functions call.
   *
   * @param aws the endpoint of every AWS service, in {@code AWS_ENDPOINT_URL}
   * @param api the address of the API, in {@code API_URL} if the plan has one
   */
  public record Endpoints(URI aws, URI api) {}

  private EnvironmentVariables() {}

  /** Returns the environment of a process of this version. */
  static Map<String, String> of(
      LambdaVersion version,
      Path taskRoot,
      String runtimeApi,
      Endpoints endpoints,
      Map<String, String> credentials) {
    LambdaFunction function = version.function();
    Map<String, String> variables = new TreeMap<>();
    variables.put("LANG", "en_US.UTF-8");
    // Not on Lambda, where that locale is installed: without a locale of UTF-8, a JVM loses every
    // letter of a variable beyond ASCII.
    variables.put("LC_ALL", "C.UTF-8");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin");
    variables.put("TZ", ":UTC");
    variables.putAll(function.environment());
    // No snapshot follows: one round loads what the first event needs, more would only delay it.
    variables.computeIfPresent("PRIMING_ROUNDS", (name, rounds) -> "once");
    // The domain name of the plan is not one of this machine.
    variables.computeIfPresent("API_URL", (name, url) -> endpoints.api().toString());
    variables.put("_HANDLER", function.handler());
    variables.put("LAMBDA_TASK_ROOT", taskRoot.toString());
    variables.put("AWS_LAMBDA_RUNTIME_API", runtimeApi);
    variables.put("AWS_EXECUTION_ENV", "AWS_Lambda_" + function.runtime());
    variables.put("AWS_LAMBDA_FUNCTION_NAME", function.name());
    variables.put("AWS_LAMBDA_FUNCTION_VERSION", version.number());
    variables.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", String.valueOf(function.memory()));
    variables.put(
        "AWS_LAMBDA_INITIALIZATION_TYPE", version.snapStart() ? "snap-start" : "on-demand");
    logs(variables, version);
    aws(variables, function, endpoints.aws());
    variables.putAll(credentials);
    return variables;
  }

  private static void logs(Map<String, String> variables, LambdaVersion version) {
    Map<String, JsonElement> logging = version.function().logging().asMap();
    variables.put("AWS_LAMBDA_LOG_GROUP_NAME", version.function().logGroup());
    variables.put(
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "%s/[%s]%s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC)
                    .format(DateTimeFormatter.ofPattern("yyyy/MM/dd", Locale.ROOT)),
                version.number(),
                UUID.randomUUID().toString().replace("-", "")));
    if (logging.containsKey("logFormat")) {
      String format = logging.get("logFormat").getAsString();
      variables.put("AWS_LAMBDA_LOG_FORMAT", format.toUpperCase(Locale.ROOT));
    }
    if (logging.containsKey("applicationLogLevel")) {
      variables.put("AWS_LAMBDA_LOG_LEVEL", logging.get("applicationLogLevel").getAsString());
    }
  }

  private static void aws(Map<String, String> variables, LambdaFunction function, URI awsUrl) {
    String region = function.arn().split(":", -1)[3];
    variables.put("AWS_REGION", region);
    variables.put("AWS_DEFAULT_REGION", region);
    variables.put("AWS_ENDPOINT_URL", awsUrl.toString());
  }
}
