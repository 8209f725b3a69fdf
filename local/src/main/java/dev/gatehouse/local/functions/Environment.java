package dev.gatehouse.local.functions;

import com.google.gson.JsonElement;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/** Composes the environment of a function: what the plan gives, what Lambda sets, no more. */
final class Environment {

  /** What Lambda refuses to have set by a function's configuration. */
  private static final Set<String> RESERVED =
      Set.of(
          "_HANDLER",
          "_X_AMZN_TRACE_ID",
          "AWS_ACCESS_KEY",
          "AWS_ACCESS_KEY_ID",
          "AWS_DEFAULT_REGION",
          "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
          "AWS_LAMBDA_FUNCTION_NAME",
          "AWS_LAMBDA_FUNCTION_VERSION",
          "AWS_LAMBDA_INITIALIZATION_TYPE",
          "AWS_LAMBDA_LOG_GROUP_NAME",
          "AWS_LAMBDA_LOG_STREAM_NAME",
          "AWS_LAMBDA_RUNTIME_API",
          "AWS_REGION",
          "AWS_SECRET_ACCESS_KEY",
          "AWS_SESSION_TOKEN",
          "LAMBDA_RUNTIME_DIR",
          "LAMBDA_TASK_ROOT");

  private Environment() {}

  /** Returns the first variable of the function that Lambda would refuse. */
  static Optional<String> reserved(LambdaFunction function) {
    return function.environment().keySet().stream().filter(RESERVED::contains).findFirst();
  }

  /** Returns every variable that the process of this version sees. */
  static Map<String, String> of(
      LambdaVersion version, Path taskRoot, String runtimeApi, URI awsUrl) {
    LambdaFunction function = version.function();
    Map<String, String> variables = new TreeMap<>();
    variables.put("LANG", "en_US.UTF-8");
    variables.put("PATH", "/usr/local/bin:/usr/bin:/bin:/opt/bin");
    variables.put("TZ", ":UTC");
    variables.putAll(function.environment());
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
    aws(variables, function, awsUrl);
    return variables;
  }

  private static void logs(Map<String, String> variables, LambdaVersion version) {
    Map<String, JsonElement> logging = version.function().logging().asMap();
    String group = "/aws/lambda/" + version.function().name();
    variables.put(
        "AWS_LAMBDA_LOG_GROUP_NAME",
        logging.containsKey("logGroup") ? logging.get("logGroup").getAsString() : group);
    variables.put(
        "AWS_LAMBDA_LOG_STREAM_NAME",
        "%s/[%s]%s"
            .formatted(
                LocalDate.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyy/MM/dd")),
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

  /** Signatures are not checked, so any credentials do; DynamoDB Local takes letters alone. */
  private static void aws(Map<String, String> variables, LambdaFunction function, URI awsUrl) {
    String region = function.arn().split(":", -1)[3];
    variables.put("AWS_REGION", region);
    variables.put("AWS_DEFAULT_REGION", region);
    variables.put("AWS_ACCESS_KEY_ID", "local");
    variables.put("AWS_SECRET_ACCESS_KEY", "local");
    variables.put("AWS_SESSION_TOKEN", "local");
    variables.put("AWS_ENDPOINT_URL", awsUrl.toString());
  }
}
