package dev.gatehouse.pulumi.firewall;

import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The web ACLs of the stack, none by default. */
public final class Firewall {
  /** The name of the API's web ACL, without the prefix of the stack. */
  public static final String API = "api";

  /** The name of the user pool's web ACL, without the prefix of the stack. */
  public static final String USER_POOL = "user-pool";

  private Firewall() {}

  /** Declares the web ACL of the API's stage, if the stack has one. */
  public static void ofApi(
      StackConfig config, Output<String> stageArn, CustomResourceOptions options) {
    int rate = config.firewall().apiRate();
    if (rate > 0) {
      WebAclRules rules = new WebAclRules(config);
      declare(
          config,
          API,
          List.of(rules.rateLimit("rate-limit", rate), rules.ipReputation(), rules.commonRules()),
          stageArn,
          options);
    }
  }

  /**
   * Declares the web ACL of the user pool, if the stack has one. It has no rules about addresses
   * and contents: the API's own function calls from addresses of AWS, and Cognito shows no bodies.
   */
  public static void ofUserPool(StackConfig config, Output<String> poolArn) {
    int rate = config.firewall().userPoolRate();
    if (rate > 0) {
      declare(
          config,
          USER_POOL,
          List.of(new WebAclRules(config).rateLimit("user-pool-rate-limit", rate)),
          poolArn,
          CustomResourceOptions.Empty);
    }
  }

  private static void declare(
      StackConfig config,
      String name,
      List<WebAclRuleArgs> rules,
      Output<String> resourceArn,
      CustomResourceOptions options) {
    WebAcl webAcl =
        new WebAcl(
            name,
            WebAclArgs.builder()
                .name(config.named(name))
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(rules)
                .dataProtectionConfig(FirewallLogs.protection())
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(config.named(name))
                        .sampledRequestsEnabled(false)
                        .build())
                .build(),
            options);
    new WebAclAssociation(
        name,
        WebAclAssociationArgs.builder().resourceArn(resourceArn).webAclArn(webAcl.arn()).build(),
        options);
    FirewallLogs.of(config, name, webAcl, options);
  }
}
