package dev.gatehouse.pulumi.api;

import com.pulumi.aws.apigateway.MethodSettings;
import com.pulumi.aws.apigateway.MethodSettingsArgs;
import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.apigateway.inputs.MethodSettingsSettingsArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.RestApiSettings;
import java.util.Locale;
import java.util.TreeMap;

/**
 * The rate and burst limits of methods. The limit of the stage is that of each method without one
 * of its own: API Gateway counts each for itself, so nothing limits all together.
 */
final class StageThrottling {
  private StageThrottling() {}

  static void of(RestApiSettings settings, Stage stage, CustomResourceOptions options) {
    methodSettings("api", "*/*", settings.limit(), stage, options);
    new TreeMap<>(settings.limitByRoute())
        .forEach(
            (route, limit) -> {
              String method = route.substring(0, route.indexOf(' '));
              String path = route.substring(route.indexOf('/') + 1);
              methodSettings(name(method, path), path + "/" + method, limit, stage, options);
            });
  }

  /** The settings of a route replace those of the stage, so each has all of them. */
  private static void methodSettings(
      String name,
      String path,
      RestApiSettings.Limit limit,
      Stage stage,
      CustomResourceOptions options) {
    new MethodSettings(
        name,
        MethodSettingsArgs.builder()
            .restApi(stage.restApi())
            .stageName(stage.stageName())
            .methodPath(path)
            .settings(
                MethodSettingsSettingsArgs.builder()
                    .throttlingRateLimit((double) limit.rate())
                    .throttlingBurstLimit(limit.burst())
                    // Metrics of single methods cost as much as custom ones; no alarm uses them.
                    .metricsEnabled(false)
                    // API Gateway's execution log would contain request bodies.
                    .loggingLevel("OFF")
                    .dataTraceEnabled(false)
                    .build())
            .build(),
        options);
  }

  private static String name(String method, String path) {
    return "api-%s-%s"
        .formatted(path.replaceAll("[{}+]", "").replace('/', '-'), method.toLowerCase(Locale.ROOT));
  }
}
