package dev.gatehouse.pulumi.firewall;

import com.pulumi.aws.cloudwatch.LogGroup;
import com.pulumi.aws.cloudwatch.LogGroupArgs;
import com.pulumi.aws.wafv2.WebAcl;
import com.pulumi.aws.wafv2.WebAclLoggingConfiguration;
import com.pulumi.aws.wafv2.WebAclLoggingConfigurationArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigDataProtectionArgs;
import com.pulumi.aws.wafv2.inputs.WebAclDataProtectionConfigDataProtectionFieldArgs;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The log of a web ACL: who asked for what, without passwords, codes and tokens. */
final class FirewallLogs {
  /** WAF writes to log groups of no other names. */
  private static final String PREFIX = "aws-waf-logs-";

  private FirewallLogs() {}

  /**
   * Returns what WAF replaces by REDACTED wherever it shows a request: bodies and tokens, in the
   * details of matches too.
   */
  static WebAclDataProtectionConfigArgs protection() {
    return WebAclDataProtectionConfigArgs.builder()
        .dataProtections(
            substituted(field("BODY").build()),
            substituted(field("SINGLE_HEADER").fieldKeys("authorization").build()))
        .build();
  }

  private static WebAclDataProtectionConfigDataProtectionFieldArgs.Builder field(String type) {
    return WebAclDataProtectionConfigDataProtectionFieldArgs.builder().fieldType(type);
  }

  private static WebAclDataProtectionConfigDataProtectionArgs substituted(
      WebAclDataProtectionConfigDataProtectionFieldArgs field) {
    return WebAclDataProtectionConfigDataProtectionArgs.builder()
        .field(field)
        .action("SUBSTITUTION")
        .excludeRuleMatchDetails(false)
        .excludeRateBasedDetails(false)
        .build();
  }

  /** Declares the log of a web ACL, if the stack has it. */
  static void of(StackConfig config, String name, WebAcl webAcl, CustomResourceOptions options) {
    if (!config.firewall().logs()) {
      return;
    }
    LogGroup group =
        new LogGroup(
            "firewall-" + name,
            LogGroupArgs.builder()
                .name(PREFIX + config.named(name))
                .retentionInDays(config.logRetentionInDays())
                .build(),
            options);
    new WebAclLoggingConfiguration(
        name,
        WebAclLoggingConfigurationArgs.builder()
            .resourceArn(webAcl.arn())
            .logDestinationConfigs(group.arn().applyValue(List::of))
            .build(),
        options);
  }
}
