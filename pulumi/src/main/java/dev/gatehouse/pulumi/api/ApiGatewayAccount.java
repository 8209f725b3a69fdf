package dev.gatehouse.pulumi.api;

import com.pulumi.aws.apigateway.Account;
import com.pulumi.aws.apigateway.AccountArgs;
import com.pulumi.aws.iam.Role;
import com.pulumi.aws.iam.RolePolicyAttachment;
import com.pulumi.aws.iam.RolePolicyAttachmentArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.iam.Roles;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The settings of API Gateway for the whole account: the role with which it writes logs. */
final class ApiGatewayAccount {
  private static final String NAME = "api-gateway-logs";

  /** The policy of AWS that API Gateway requires on the role. */
  private static final String LOGS_POLICY =
      "arn:aws:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs";

  private ApiGatewayAccount() {}

  /** Declares resources that outlive the stack, since other APIs may use the role. */
  static Account of(StackConfig config) {
    CustomResourceOptions retained = CustomResourceOptions.builder().retainOnDelete(true).build();
    Role role =
        new Role(
            NAME,
            Roles.args(config)
                // No name of ours: one that an earlier stack left behind would stop the next.
                .assumeRolePolicy(PolicyDocuments.trust("apigateway.amazonaws.com"))
                .build(),
            retained);
    RolePolicyAttachment attachment =
        new RolePolicyAttachment(
            NAME,
            RolePolicyAttachmentArgs.builder().role(role.name()).policyArn(LOGS_POLICY).build(),
            retained);
    return new Account(
        NAME,
        AccountArgs.builder().cloudwatchRoleArn(role.arn()).build(),
        CustomResourceOptions.builder().retainOnDelete(true).dependsOn(attachment).build());
  }
}
