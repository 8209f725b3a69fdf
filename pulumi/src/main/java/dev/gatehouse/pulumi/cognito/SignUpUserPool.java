package dev.gatehouse.pulumi.cognito;

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
import dev.gatehouse.pulumi.data.DataProtection;
import dev.gatehouse.pulumi.iam.InlinePolicy;
import dev.gatehouse.pulumi.iam.PolicyDocuments;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The user pool with its app client. */
public record SignUpUserPool(UserPool pool, AppClient client) {
  private static final String NAME = "user-pool";

  /** Declares the pool with these triggers, and allows Cognito to send as the identity. */
  public static SignUpUserPool of(
      StackConfig config, UserPoolLambdaConfigArgs triggers, SesIdentity identity) {
    UserPool pool = pool(config, triggers, identity);
    identity.allowSending(pool);
    return new SignUpUserPool(pool, AppClient.of(config, pool));
  }

  /** Returns the id of the pool. */
  public Output<String> id() {
    return pool.id();
  }

  /** Returns the id of the app client. */
  public Output<String> clientId() {
    return client.id();
  }

  /** Returns the ARN of the pool. */
  public Output<String> arn() {
    return pool.arn();
  }

  /** Returns a policy that allows these actions on the pool. */
  public InlinePolicy policy(String... actions) {
    return new InlinePolicy(
        NAME, pool.arn().applyValue(arn -> PolicyDocuments.allow(arn, actions)));
  }

  private static UserPool pool(
      StackConfig config, UserPoolLambdaConfigArgs triggers, SesIdentity identity) {
    return new UserPool(
        NAME,
        UserPoolArgs.builder()
            .name(config.named(NAME))
            .userPoolTier(config.userPool().tier())
            .usernameAttributes("email")
            .usernameConfiguration(
                UserPoolUsernameConfigurationArgs.builder().caseSensitive(false).build())
            .autoVerifiedAttributes("email")
            .userAttributeUpdateSettings(
                // A changed address takes effect only after the code sent to it is entered.
                UserPoolUserAttributeUpdateSettingsArgs.builder()
                    .attributesRequireVerificationBeforeUpdates("email")
                    .build())
            .accountRecoverySetting(recoveryByEmail())
            .passwordPolicy(passwordPolicy(config.userPool().passwordMinimumLength()))
            .emailConfiguration(emailConfiguration(identity))
            .lambdaConfig(triggers)
            .deletionProtection(config.protectData() ? "ACTIVE" : "INACTIVE")
            .build(),
        DataProtection.of(config));
  }

  private static UserPoolAccountRecoverySettingArgs recoveryByEmail() {
    return UserPoolAccountRecoverySettingArgs.builder()
        .recoveryMechanisms(
            UserPoolAccountRecoverySettingRecoveryMechanismArgs.builder()
                .name("verified_email")
                .priority(1)
                .build())
        .build();
  }

  private static UserPoolPasswordPolicyArgs passwordPolicy(int minimumLength) {
    return UserPoolPasswordPolicyArgs.builder()
        .minimumLength(minimumLength)
        .requireLowercase(true)
        .requireUppercase(true)
        .requireNumbers(true)
        // Users satisfy a required symbol with a trailing "!"; length helps more.
        .requireSymbols(false)
        .temporaryPasswordValidityDays(7)
        .build();
  }

  private static UserPoolEmailConfigurationArgs emailConfiguration(SesIdentity identity) {
    UserPoolEmailConfigurationArgs.Builder email =
        UserPoolEmailConfigurationArgs.builder()
            .emailSendingAccount("DEVELOPER")
            .sourceArn(identity.arn())
            .fromEmailAddress(identity.sender().from());
    if (!identity.sender().replyTo().isEmpty()) {
      email.replyToEmailAddress(identity.sender().replyTo());
    }
    return email.configurationSet(identity.configurationSet()).build();
  }
}
