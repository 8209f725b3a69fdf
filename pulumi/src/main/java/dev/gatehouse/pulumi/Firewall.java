package dev.gatehouse.pulumi;

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

/** Is the web ACL before the API, where one is wanted: a rate for each address, and AWS's rules. */
final class Firewall {
  private static final String NAME = "api";
  private static final int FIVE_MINUTES = 300;

  private Firewall() {}

  static void of(StackConfig config, Stage stage, CustomResourceOptions inside) {
    int rate = config.api().firewallRate();
    if (rate == 0) {
      return;
    }
    WebAcl rules =
        new WebAcl(
            NAME,
            WebAclArgs.builder()
                .name(config.named(NAME))
                .scope("REGIONAL")
                .defaultAction(
                    WebAclDefaultActionArgs.builder()
                        .allow(WebAclDefaultActionAllowArgs.builder().build())
                        .build())
                .rules(rate(config.named("rate"), rate), known(config.named("rules")))
                .visibilityConfig(
                    WebAclVisibilityConfigArgs.builder()
                        .cloudwatchMetricsEnabled(true)
                        .metricName(config.named(NAME))
                        // A sample would hold addresses and tokens for three hours.
                        .sampledRequestsEnabled(false)
                        .build())
                .build(),
            inside);
    new WebAclAssociation(
        NAME,
        WebAclAssociationArgs.builder().resourceArn(stage.arn()).webAclArn(rules.arn()).build(),
        inside);
  }

  private static WebAclRuleArgs rate(String metric, int rate) {
    return WebAclRuleArgs.builder()
        .name("rate")
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
        .visibilityConfig(counted(metric))
        .build();
  }

  private static WebAclRuleArgs known(String metric) {
    return WebAclRuleArgs.builder()
        .name("rules")
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
                        // It stops bodies of 8 KB; the API takes 16 and says so itself.
                        .ruleActionOverrides(onlyCounted("SizeRestrictions_BODY"))
                        .build())
                .build())
        .visibilityConfig(counted(metric))
        .build();
  }

  private static WebAclRuleStatementManagedRuleGroupStatementRuleActionOverrideArgs onlyCounted(
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

  private static WebAclRuleVisibilityConfigArgs counted(String metric) {
    return WebAclRuleVisibilityConfigArgs.builder()
        .cloudwatchMetricsEnabled(true)
        .metricName(metric)
        .sampledRequestsEnabled(false)
        .build();
  }
}
