package dev.gatehouse.pulumi;

import com.pulumi.aws.apigateway.MethodSettings;
import com.pulumi.aws.apigateway.MethodSettingsArgs;
import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.apigateway.inputs.MethodSettingsSettingsArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.Api;
import java.util.Locale;
import java.util.TreeMap;

/** Is how much the stage takes, as a whole and by route. */
final class Throttling {
  private Throttling() {}

  static void of(Api config, Stage stage, CustomResourceOptions inside) {
    settings("api", "*/*", config.limit(), stage, inside);
    new TreeMap<>(config.limitByRoute())
        .forEach((route, limit) -> {
          String verb = route.substring(0, route.indexOf(' '));
          String path = route.substring(route.indexOf('/') + 1);
          settings(name(verb, path), path + "/" + verb, limit, stage, inside);
        });
  }

  /** A route with settings of its own has none of the stage's: it needs all of them again. */
  private static void settings(
      String name, String path, Api.Limit limit, Stage stage, CustomResourceOptions inside) {
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
                    .metricsEnabled(true)
                    // API Gateway's own log would hold what people send.
                    .loggingLevel("OFF")
                    .dataTraceEnabled(false)
                    .build())
            .build(),
        inside);
  }

  private static String name(String verb, String path) {
    return "api-%s-%s"
        .formatted(path.replaceAll("[{}+]", "").replace('/', '-'), verb.toLowerCase(Locale.ROOT));
  }
}
