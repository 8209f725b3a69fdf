package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingRecoveryMechanismArgs;
import com.pulumi.aws.cognito.inputs.UserPoolEmailConfigurationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolPasswordPolicyArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUserAttributeUpdateSettingsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUsernameConfigurationArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the user pool, with its triggers attached and permitted, and the client of the API. */
record SignUpPool(UserPool pool, AppClient client) {
  static SignUpPool of(StackConfig config, TriggerFunctions triggers, MailIdentity identity) {
    UserPool pool = pool(config, triggers, identity);
    triggers.preSignUp().allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
    triggers.mails().serve(pool);
    triggers.postConfirmation().allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
    identity.letIn(pool);
    return new SignUpPool(pool, AppClient.of(config, pool));
  }

  Output<String> id() {
    return pool.id();
  }

  Output<String> clientId() {
    return client.id();
  }

  Output<String> arn() {
    return pool.arn();
  }

  /** Returns the right to do these things with accounts, for the role of a function. */
  JavaFunction.Grant grant(String... actions) {
    return new JavaFunction.Grant(
        "accounts", pool.arn().applyValue(arn -> Policies.accounts(arn, actions)));
  }

  private static UserPool pool(
      StackConfig config, TriggerFunctions triggers, MailIdentity identity) {
    return new UserPool(
        "people",
        UserPoolArgs.builder()
            .name(config.named("people"))
            .usernameAttributes("email")
            .usernameConfiguration(
                UserPoolUsernameConfigurationArgs.builder().caseSensitive(false).build())
            .autoVerifiedAttributes("email")
            .userAttributeUpdateSettings(
                // A changed address counts only once its owner has typed the code sent to it.
                UserPoolUserAttributeUpdateSettingsArgs.builder()
                    .attributesRequireVerificationBeforeUpdates("email")
                    .build())
            .accountRecoverySetting(byVerifiedEmail())
            .passwordPolicy(passwords(config.accounts().passwordMinimumLength()))
            .emailConfiguration(mail(identity))
            .lambdaConfig(calls(triggers))
            .deletionProtection(config.protectData() ? "ACTIVE" : "INACTIVE")
            .build(),
        Protection.of(config));
  }

  private static UserPoolLambdaConfigArgs calls(TriggerFunctions triggers) {
    UserPoolLambdaConfigArgs.Builder calls =
        UserPoolLambdaConfigArgs.builder()
            .preSignUp(triggers.preSignUp().arn())
            .postConfirmation(triggers.postConfirmation().arn());
    return triggers.mails().attach(calls).build();
  }

  private static UserPoolAccountRecoverySettingArgs byVerifiedEmail() {
    return UserPoolAccountRecoverySettingArgs.builder()
        .recoveryMechanisms(
            UserPoolAccountRecoverySettingRecoveryMechanismArgs.builder()
                .name("verified_email")
                .priority(1)
                .build())
        .build();
  }

  private static UserPoolPasswordPolicyArgs passwords(int minimumLength) {
    return UserPoolPasswordPolicyArgs.builder()
        .minimumLength(minimumLength)
        .requireLowercase(true)
        .requireUppercase(true)
        .requireNumbers(true)
        // People answer a demand for symbols with one "!" at the end; length helps more.
        .requireSymbols(false)
        .temporaryPasswordValidityDays(7)
        .build();
  }

  private static UserPoolEmailConfigurationArgs mail(MailIdentity identity) {
    UserPoolEmailConfigurationArgs.Builder mail =
        UserPoolEmailConfigurationArgs.builder()
            .emailSendingAccount("DEVELOPER")
            .sourceArn(identity.arn())
            .fromEmailAddress(identity.sender().from());
    if (!identity.sender().replyTo().isEmpty()) {
      mail.replyToEmailAddress(identity.sender().replyTo());
    }
    if (identity.hasConfigurationSet()) {
      mail.configurationSet(identity.configurationSet());
    }
    return mail.build();
  }
}
