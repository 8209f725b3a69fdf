package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.ses.IdentityPolicy;
import com.pulumi.aws.ses.IdentityPolicyArgs;
import com.pulumi.core.Output;
import dev.gatehouse.messages.SenderAddress;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.SenderSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SES identity that mails come from, and the configuration set that they are sent with.
 *
 * @param region the region of both
 */
public record SesIdentity(
    SenderSettings sender, String region, Output<String> arn, MailConfigurationSet set) {
  /** Declares identity and configuration set, or refers to existing ones. */
  public static SesIdentity of(StackConfig config, Regions regions, HostedZone zone) {
    SenderSettings sender = config.sender();
    String region = sender.region(config.domain().region());
    Output<String> arn =
        sender.isManaged()
            ? new ManagedSesIdentity(config, zone).arn()
            : Output.of(sender.identityArn());
    return new SesIdentity(
        sender,
        region,
        arn,
        sender.hasOwnConfigurationSet()
            ? MailConfigurationSet.of(config, regions.in(region))
            : MailConfigurationSet.existing(sender.configurationSet(), arn));
  }

  /** Returns the name of the configuration set. */
  public Output<String> configurationSet() {
    return set.name();
  }

  /** Returns the variables of a function that sends mails, without blank values. */
  public Map<String, Output<String>> variables() {
    Map<String, Output<String>> variables = new TreeMap<>();
    variables.put("FROM_ADDRESS", Output.of(sender.from()));
    variables.put("SES_IDENTITY_ARN", arn);
    if (!sender.replyTo().isEmpty()) {
      variables.put("REPLY_TO", Output.of(sender.replyTo()));
    }
    variables.put("SES_CONFIGURATION_SET", configurationSet());
    return variables;
  }

  /** Returns a policy that allows sending as this identity with its configuration set. */
  public InlinePolicy policy() {
    return new InlinePolicy(
        "ses",
        Output.tuple(arn, set.arn())
            .applyValue(it -> PolicyDocuments.sendEmail(it.t1, it.t2, fromAddress())));
  }

  /** Returns the sender's address without its name, which is how SES compares it. */
  private String fromAddress() {
    return SenderAddress.address(sender.from());
  }

  /** Allows Cognito to send as this identity for one pool, if the stack sets the policy. */
  public void allowSending(UserPool pool) {
    if (sender.identityPolicy()) {
      new IdentityPolicy(
          "user-pool",
          IdentityPolicyArgs.builder()
              .identity(arn)
              .policy(
                  Output.tuple(pool.arn(), arn)
                      .applyValue(
                          it -> PolicyDocuments.sendForUserPool(it.t1, it.t2, fromAddress())))
              .build());
    }
  }
}
