package dev.gatehouse.pulumi.firewall;

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
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The rules of web ACLs. */
record WebAclRules(StackConfig config) {
  private static final int FIVE_MINUTES = 300;

  /**
   * The rules of AWS's common rule set that inspect bodies. A password may look like a script, a
   * path or an address, and the API refuses long and malformed bodies itself.
   */
  private static final List<String> BODY_RULES =
      List.of(
          "CrossSiteScripting_BODY",
          "EC2MetaDataSSRF_BODY",
          "GenericLFI_BODY",
          "GenericRFI_BODY",
          "SizeRestrictions_BODY");

  /** Returns a limit of requests per IP address in five minutes. */
  WebAclRuleArgs rateLimit(String metric, int rate) {
    return rule("rate-limit", 0, metric)
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
        .build();
  }

  /** Returns the rules about addresses that AWS has seen attack. */
  WebAclRuleArgs ipReputation() {
    return managed("ip-reputation", 1, "AWSManagedRulesAmazonIpReputationList", List.of());
  }

  /** Returns AWS's common rules, of which those about bodies only count. */
  WebAclRuleArgs commonRules() {
    return managed("common-rules", 2, "AWSManagedRulesCommonRuleSet", BODY_RULES);
  }

  private WebAclRuleArgs managed(String name, int priority, String group, List<String> counted) {
    return rule(name, priority, name)
        .overrideAction(
            WebAclRuleOverrideActionArgs.builder()
                .none(WebAclRuleOverrideActionNoneArgs.builder().build())
                .build())
        .statement(
            WebAclRuleStatementArgs.builder()
                .managedRuleGroupStatement(
                    WebAclRuleStatementManagedRuleGroupStatementArgs.builder()
                        .vendorName("AWS")
                        .name(group)
                        .ruleActionOverrides(counted.stream().map(WebAclRules::countOnly).toList())
                        .build())
                .build())
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

  private WebAclRuleArgs.Builder rule(String name, int priority, String metric) {
    return WebAclRuleArgs.builder()
        .name(name)
        .priority(priority)
        .visibilityConfig(
            WebAclRuleVisibilityConfigArgs.builder()
                .cloudwatchMetricsEnabled(true)
                .metricName(config.named(metric))
                // Samples would keep addresses and tokens for three hours.
                .sampledRequestsEnabled(false)
                .build());
  }
}
