package dev.gatehouse.pulumi.api;

import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclArgs;
import com.pulumi.aws.wafv2.WebAclAssociation;
import com.pulumi.aws.wafv2.WebAclAssociationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionAllowArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDefaultActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleActionBlockArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleOverrideActionNoneArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleStatementRateBasedStatementArgs;
import com.pulumi.aws.wafv2.inputs.WebAclRuleVisibilityConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclVisibilityConfigArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The web ACL of the stage: a rate limit per IP address and AWS's common rule set. */
final class ApiWebAcl {
  private static final String NAME = "api";
  private static final int FIVE_MINUTES = 300;

  private ApiWebAcl() {}

  static void of(StackConfig config, Stage stage, CustomResourceOptions options) {
    int rate = config.restApi().webAclRate();
    if (rate == 0) {
      return;
    }
    WebAcl webAcl =
        new WebAcl(
            NAME,
            WebAclArgs.builder()
                .name(config.named(NAME))
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(
                    rateLimit(config.named("rate-limit"), rate),
                    commonRules(config.named("common-rules")))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(config.named(NAME))
                        // Samples would keep addresses and tokens for three hours.
                        .sampledRequestsEnabled(false)
                        .build())
                .build(),
            options);
    new WebAclAssociation(
        NAME,
        WebAclAssociationArgs.builder().resourceArn(stage.arn()).webAclArn(webAcl.arn()).build(),
        options);
  }

  private static WebAclRuleArgs rateLimit(String metric, int rate) {
    return WebAclRuleArgs.builder()
        .name("rate-limit")
        .priority(0)
        .action(
            WebAclRuleActionArgs.builder()
                .block(WebAclRuleActionBlockArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .rateBasedStatement(
                    WebAclRuleStatementRateBasedStatementArgs.builder()
                        .limit(rate)
                        .aggregateKeyType("IP")
                        .evaluationWindowSec(FIVE_MINUTES)
                        .build())
                .build())
        .visibilityConfig(visibility(metric))
        .build();
  }

  private static WebAclRuleArgs commonRules(String metric) {
    return WebAclRuleArgs.builder()
        .name("common-rules")
        .priority(1)
        .overrideAction(
            WebAclRuleOverrideActionArgs.builder()
                .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .managedRuleGroupStatement(
                    WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                        .vendorName("AWS")
                        .name("AWSManagedRulesCommonRuleSet")
                        // This rule blocks bodies of 8 KB; the API refuses those above 16 KB
                        // itself.
                        .ruleActionOverrides(countOnly("SizeRestrictions_BODY"))
                        .build())
                .build())
        .visibilityConfig(visibility(metric))
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs countOnly(
      String rule) {
    return WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs.builder()
        .name(rule)
        .actionToUse(
            WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseArgs.builder()
                .count(
                    WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideActionToUseCountArgs
                        .builder()
                        .build())
                .build())
        .build();
  }

  private static WebAclRuleVisibilityConfigArgs visibility(String metric) {
    return WebAclRuleVisibilityConfigArgs.builder()
        .cloudwatchMetricsEnabled(true)
        .metricName(metric)
        .sampledRequestsEnabled(false)
        .build();
  }
}
