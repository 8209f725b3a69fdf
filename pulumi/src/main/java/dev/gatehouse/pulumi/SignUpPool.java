package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.UserPoolArgs;
import com.pulumi.aws.cognito.UserPoolClient;
import com.pulumi.aws.cognito.UserPoolClientArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingArgs;
import com.pulumi.aws.cognito.inputs.UserPoolAccountRecoverySettingRecoveryMechanismArgs;
import com.pulumi.aws.cognito.inputs.UserPoolClientTokenValidityUnitsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolEmailConfigurationArgs;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolPasswordPolicyArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUserAttributeUpdateSettingsArgs;
import com.pulumi.aws.cognito.inputs.UserPoolUsernameConfigurationArgs;
import com.pulumi.aws.ses.IdentityPolicy;
import com.pulumi.aws.ses.IdentityPolicyArgs;
import com.pulumi.core.Output;

/** Is the user pool, with its triggers attached and permitted, and the client of the API. */
record SignUpPool(UserPool pool, UserPoolClient client) {
  static SignUpPool of(StackConfig config, TriggerFunctions triggers) {
    UserPool pool = pool(config, triggers);
    triggers.preSignUp().allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
    triggers.customMessage().allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
    triggers.postConfirmation().allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
    if (config.sender().identityPolicy()) {
      mayBeSentBy(pool, config.sender());
    }
    return new SignUpPool(pool, client(config, pool));
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

  private static UserPool pool(StackConfig config, TriggerFunctions triggers) {
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
            .passwordPolicy(passwords())
            .emailConfiguration(mail(config.sender()))
            .lambdaConfig(
                UserPoolLambdaConfigArgs.builder()
                    .preSignUp(triggers.preSignUp().arn())
                    .customMessage(triggers.customMessage().arn())
                    .postConfirmation(triggers.postConfirmation().arn())
                    .build())
            .deletionProtection(config.protectData() ? "ACTIVE" : "INACTIVE")
            .build(),
        UsersTable.protection(config));
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

  private static UserPoolPasswordPolicyArgs passwords() {
    return UserPoolPasswordPolicyArgs.builder()
        .minimumLength(8)
        .requireLowercase(true)
        .requireUppercase(true)
        .requireNumbers(true)
        // People answer a demand for symbols with one "!" at the end; length helps more.
        .requireSymbols(false)
        .temporaryPasswordValidityDays(7)
        .build();
  }

  private static UserPoolEmailConfigurationArgs mail(Sender sender) {
    return UserPoolEmailConfigurationArgs.builder()
        .emailSendingAccount("DEVELOPER")
        .sourceArn(sender.identityArn())
        .fromEmailAddress(sender.from())
        .build();
  }

  private static void mayBeSentBy(UserPool pool, Sender sender) {
    new IdentityPolicy(
        "people",
        IdentityPolicyArgs.builder()
            .identity(sender.identityArn())
            .policy(pool.arn().applyValue(arn -> Policies.sentBy(arn, sender.identityArn())))
            .build());
  }

  private static UserPoolClient client(StackConfig config, UserPool pool) {
    return new UserPoolClient(
        "api",
        UserPoolClientArgs.builder()
            .name(config.named("api"))
            .userPoolId(pool.id())
            .generateSecret(false)
            .explicitAuthFlows(
                "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_PASSWORD_AUTH", "ALLOW_USER_SRP_AUTH")
            .preventUserExistenceErrors("ENABLED")
            .enableTokenRevocation(true)
            .accessTokenValidity(60)
            .idTokenValidity(60)
            .refreshTokenValidity(30)
            .tokenValidityUnits(
                UserPoolClientTokenValidityUnitsArgs.builder()
                    .accessToken("minutes")
                    .idToken("minutes")
                    .refreshToken("days")
                    .build())
            .build());
  }
}
