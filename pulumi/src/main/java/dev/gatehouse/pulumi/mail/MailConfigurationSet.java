package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.sesv2.ConfigurationSet;
import com.pulumi.aws.sesv2.ConfigurationSetArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetDeliveryOptionsArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetReputationOptionsArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetSendingOptionsArgs;
import com.pulumi.aws.sesv2.inputs.ConfigurationSetSuppressionOptionsArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;

/**
 * The configuration set of the stack's mails: its own bounce and complaint rates, its own
 * suppression reasons whatever the account's are, and its events.
 */
record MailConfigurationSet(Output<String> name, Output<String> arn) {
  private static final String NAME = "mail";

  /** SES has one namespace for both of its APIs, in which an earlier set is called mail. */
  private static final String PHYSICAL_NAME = "user-mail";

  /** Refers to an existing set, in the account and region of the identity. */
  static MailConfigurationSet existing(String name, Output<String> identityArn) {
    return new MailConfigurationSet(
        Output.of(name),
        identityArn.applyValue(
            arn ->
                "%s:configuration-set/%s"
                    .formatted(arn.substring(0, arn.indexOf(":identity/")), name)));
  }

  /** Declares the set in the region of the identity. */
  static MailConfigurationSet of(StackConfig config, CustomResourceOptions inRegion) {
    ConfigurationSet set =
        new ConfigurationSet(NAME, args(config.named(PHYSICAL_NAME), config), inRegion);
    SesEventDestinations.of(config, set, inRegion);
    return new MailConfigurationSet(set.configurationSetName(), set.arn());
  }

  private static ConfigurationSetArgs args(String name, StackConfig config) {
    return ConfigurationSetArgs.builder()
        .configurationSetName(name)
        .deliveryOptions(
            ConfigurationSetDeliveryOptionsArgs.builder()
                .tlsPolicy(config.sender().requireTls() ? "REQUIRE" : "OPTIONAL")
                .build())
        .reputationOptions(
            ConfigurationSetReputationOptionsArgs.builder().reputationMetricsEnabled(true).build())
        .sendingOptions(ConfigurationSetSendingOptionsArgs.builder().sendingEnabled(true).build())
        .suppressionOptions(
            ConfigurationSetSuppressionOptionsArgs.builder()
                .suppressedReasons("BOUNCE", "COMPLAINT")
                .build())
        .build();
  }
}
