package dev.gatehouse.pulumi.mail;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.ses.IdentityPolicy;
import com.pulumi.aws.ses.IdentityPolicyArgs;
import com.pulumi.core.Output;
import dev.gatehouse.messages.SenderAddress;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.settings.SenderSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * The SES identity that mails come from, and its configuration set.
 *
 * @param configurationSet the name of the configuration set, blank if there is none
 */
public record SesIdentity(
    SenderSettings sender, Output<String> arn, Output<String> configurationSet) {
  /** Declares the identity of a domain, or refers to an existing identity. */
  public static SesIdentity of(StackConfig config, HostedZone zone) {
    SenderSettings sender = config.sender();
    if (sender.isManaged()) {
      ManagedSesIdentity managed = new ManagedSesIdentity(config, zone);
      return new SesIdentity(
          sender,
          managed.arn(),
          sender.configurationSet().isEmpty()
              ? managed.configurationSet()
              : Output.of(sender.configurationSet()));
    }
    return new SesIdentity(
        sender, Output.of(sender.identityArn()), Output.of(sender.configurationSet()));
  }

  /** Returns the variables of a function that sends mails, without blank values. */
  public Map<String, Output<String>> variables() {
    Map<String, Output<String>> variables = new TreeMap<>();
    variables.put("FROM_ADDRESS", Output.of(sender.from()));
    variables.put("SES_IDENTITY_ARN", arn);
    if (!sender.replyTo().isEmpty()) {
      variables.put("REPLY_TO", Output.of(sender.replyTo()));
    }
    if (hasConfigurationSet()) {
      variables.put("SES_CONFIGURATION_SET", configurationSet);
    }
    return variables;
  }

  /** Returns a policy that allows sending as this identity with its configuration set. */
  public InlinePolicy policy() {
    return new InlinePolicy(
        "ses",
        Output.tuple(arn, configurationSet)
            .applyValue(it -> PolicyDocuments.sendEmail(it.t1, it.t2, fromAddress())));
  }

  /** Returns the sender's address without its name, which is how SES compares it. */
  private String fromAddress() {
    return SenderAddress.address(sender.from());
  }

  /** Returns whether the identity is in this region. */
  public boolean isIn(String region) {
    return sender.isManaged() || sender.identityArn().contains(":ses:%s:".formatted(region));
  }

  /** Returns whether mails are sent with a configuration set. */
  public boolean hasConfigurationSet() {
    return sender.isManaged() || !sender.configurationSet().isEmpty();
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
