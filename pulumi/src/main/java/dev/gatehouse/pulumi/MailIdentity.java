package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.ses.IdentityPolicy;
import com.pulumi.aws.ses.IdentityPolicyArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.Sender;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Map;
import java.util.TreeMap;

/**
 * Is the identity of SES that mails come from, and the configuration set they go out with.
 *
 * @param configurationSet its name, blank if there is none
 */
record MailIdentity(Sender sender, Output<String> arn, Output<String> configurationSet) {
  static MailIdentity of(StackConfig config, Zone zone) {
    Sender sender = config.sender();
    if (sender.isMade()) {
      MadeIdentity made = new MadeIdentity(config, zone);
      return new MailIdentity(
          sender,
          made.arn(),
          sender.configurationSet().isEmpty()
              ? made.configurationSet()
              : Output.of(sender.configurationSet()));
    }
    return new MailIdentity(
        sender, Output.of(sender.identityArn()), Output.of(sender.configurationSet()));
  }

  /** Returns what a function has to know to send mails; what is blank is not set. */
  Map<String, Output<String>> variables() {
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

  /** Returns the right to send as this identity, with its configuration set. */
  JavaFunction.Grant grant() {
    return new JavaFunction.Grant(
        "mails",
        Output.tuple(arn, configurationSet).applyValue(it -> Policies.sending(it.t1, it.t2)));
  }

  /** Returns whether SES sends its mails from this region. */
  boolean isIn(String region) {
    return sender.isMade() || sender.identityArn().contains(":ses:%s:".formatted(region));
  }

  boolean hasConfigurationSet() {
    return sender.isMade() || !sender.configurationSet().isEmpty();
  }

  /** Lets Cognito send through the identity, for this pool alone. */
  void letIn(UserPool pool) {
    if (sender.identityPolicy()) {
      new IdentityPolicy(
          "people",
          IdentityPolicyArgs.builder()
              .identity(arn)
              .policy(Output.tuple(pool.arn(), arn).applyValue(it -> Policies.sentBy(it.t1, it.t2)))
              .build());
    }
  }
}
