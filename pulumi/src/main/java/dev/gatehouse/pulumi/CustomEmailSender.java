package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigCustomEmailSenderArgs;
import com.pulumi.core.Output;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the function that sends the mails itself, and the key that it gets their codes under. */
record CustomEmailSender(JavaFunction function, CodeKey key) implements MailFunction {
  /** Cognito does not wait for it; a claim of a mail lasts longer, see {@code SentCodes.LEASE}. */
  private static final int SECONDS = 15;

  static CustomEmailSender of(StackConfig config, Archives archives, MailIdentity identity) {
    CodeKey key = CodeKey.of(config);
    SentCodes sent = SentCodes.of(config);
    JavaFunction function =
        new JavaFunction(
            config,
            "custom-email-sender",
            TriggerFunctions.spec(
                    archives.triggersMail(),
                    "customemailsender.CustomEmailSenderHandler",
                    new Environment()
                        .with(config.emailRules().variables())
                        .with(config.wording().variables())
                        .withOutputs(identity.variables())
                        .with("CODE_KEY_ARN", key.arn())
                        .with("SENT_CODES_TABLE", sent.name()),
                    identity.grant(),
                    sent.grant("dynamodb:UpdateItem"))
                .within(SECONDS));
    return new CustomEmailSender(function, key);
  }

  @Override
  public UserPoolLambdaConfigArgs.Builder attach(UserPoolLambdaConfigArgs.Builder triggers) {
    return triggers
        .customEmailSender(
            UserPoolLambdaConfigCustomEmailSenderArgs.builder()
                .lambdaArn(function.arn())
                .lambdaVersion("V1_0")
                .build())
        .kmsKeyId(key.arn());
  }

  /** Which pool's codes it may read can be said only now; no call comes before. */
  @Override
  public void serve(UserPool pool) {
    Output<String> id = pool.id();
    function.grant(key.grant(id));
    function.allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
  }
}
