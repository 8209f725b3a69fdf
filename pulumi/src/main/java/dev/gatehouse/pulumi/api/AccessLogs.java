package dev.gatehouse.pulumi.api;

import com.google.gson.GsonBuilder;
import com.pulumi.aws.apigateway.StageArgs;
import com.pulumi.aws.apigateway.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The access log of the stage: one line per request, without anything that identifies the caller
 * but, by setting, the address.
 *
 * @param stack the value of the metric's dimension
 * @param addresses whether a line has the address of the request
 * @param group null if the stack has no access log
 * @param prerequisites the resources that must exist before a stage can write
 */
record AccessLogs(
    @Nullable LogGroup group, List<Resource> prerequisites, String stack, boolean addresses) {

  static AccessLogs of(StackConfig config, CustomResourceOptions options) {
    if (!config.restApi().accessLogs()) {
      return new AccessLogs(null, List.of(), "", false);
    }
    LogGroup group =
        new LogGroup(
            "api-access-logs",
            LogGroupArgs.builder()
                .name("/aws/apigateway/" + config.named("api"))
                .retentionInDays(config.logRetentionInDays())
                .build(),
            options);
    ThrottledRequests.count(config, group, options);
    return new AccessLogs(
        group,
        config.restApi().accountRole() ? List.of(ApiGatewayAccount.of(config)) : List.of(),
        config.prefix(),
        config.restApi().accessLogAddresses());
  }

  StageArgs.Builder addTo(StageArgs.Builder stage) {
    return group == null
        ? stage
        : stage.accessLogSettings(
            StageAccessLogSettingsArgs.builder()
                .destinationArn(group.arn())
                .format(format())
                .build());
  }

  private String format() {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("requestId", "$context.requestId");
    line.put("route", "$context.httpMethod $context.resourcePath");
    line.put("status", "$context.status");
    line.put("milliseconds", "$context.responseLatency");
    line.put("error", "$context.error.responseType");
    line.put("functionStatus", "$context.integration.status");
    line.put("stack", stack);
    if (addresses) {
      line.put("sourceIp", "$context.identity.sourceIp");
    }
    return new GsonBuilder().disableHtmlEscaping().create().toJson(line);
  }
}
