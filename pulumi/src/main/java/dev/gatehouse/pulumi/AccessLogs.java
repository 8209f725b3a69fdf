package dev.gatehouse.pulumi;

import com.google.gson.GsonBuilder;
import com.pulumi.aws.apigateway.Account;
import com.pulumi.aws.apigateway.AccountArgs;
import com.pulumi.aws.apigateway.StageArgs;
import com.pulumi.aws.apigateway.inputs.StageAccessLogSettingsArgs;
import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RoleArgs;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Is one line for each request to the API: which route, how it ended and how long it took, and
 * nothing of who sent it.
 *
 * @param group null where nobody wants them
 * @param first what has to be there before a stage writes
 */
record AccessLogs(@Nullable LogGroup group, List<Resource> first) {
  private static final String NAME = "api-access";

  /** AWS's own: API Gateway takes no role that may do less. */
  private static final String MAY_WRITE_LOGS =
      "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

  static AccessLogs of(StackConfig config, CustomResourceOptions inside) {
    if (!config.api().accessLogs()) {
      return new AccessLogs(null, List.of());
    }
    LogGroup group =
        new LogGroup(
            NAME,
            LogGroupArgs.builder()
                .name("/aws/apigateway/" + config.named("api"))
                .retentionInDays(config.logRetentionInDays())
                .build(),
            inside);
    return new AccessLogs(group, config.api().accountRole() ? List.of(account(config)) : List.of());
  }

  StageArgs.Builder of(StageArgs.Builder stage) {
    return group == null
        ? stage
        : stage.accessLogSettings(
            StageAccessLogSettingsArgs.builder()
                .destinationArn(group.arn())
                .format(line())
                .build());
  }

  /** The role is the account's, and outlives the stack: other APIs may write through it. */
  private static Account account(StackConfig config) {
    CustomResourceOptions kept = CustomResourceOptions.builder().retainOnDelete(true).build();
    Role role =
        new Role(
            NAME,
            RoleArgs.builder()
                .name(config.named(NAME))
                .assumeRolePolicy(Policies.assumedBy("apigateway.amazonaws.com"))
                .build(),
            kept);
    List<Resource> rights = new ArrayList<>();
    rights.add(
        new RolePolicyAttachment(
            NAME,
            RolePolicyAttachmentArgs.builder().role(role.name()).policyArn(MAY_WRITE_LOGS).build(),
            kept));
    return new Account(
        NAME,
        AccountArgs.builder().cloudwatchRoleArn(role.arn()).build(),
        CustomResourceOptions.builder().retainOnDelete(true).dependsOn(rights).build());
  }

  private static String line() {
    Map<String, String> line = new LinkedHashMap<>();
    line.put("requestId", "$context.requestId");
    line.put("route", "$context.httpMethod $context.resourcePath");
    line.put("status", "$context.status");
    line.put("milliseconds", "$context.responseLatency");
    line.put("error", "$context.error.responseType");
    line.put("functionStatus", "$context.integration.status");
    return new GsonBuilder().disableHtmlEscaping().create().toJson(line);
  }
}
