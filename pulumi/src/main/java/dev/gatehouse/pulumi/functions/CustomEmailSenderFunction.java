package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigCustomEmailSenderArgs;
import com.pulumi.aws.lambda.EventSourceMapping;
import com.pulumi.aws.lambda.EventSourceMappingArgs;
import dev.gatehouse.pulumi.data.CodeKey;
import dev.gatehouse.pulumi.data.ExpiringTable;
import dev.gatehouse.pulumi.data.PasswordNoticesQueue;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Optional;

/** The custom email sender trigger, which decrypts codes with a key and sends the mails itself. */
record CustomEmailSenderFunction(
    JavaFunction function, CodeKey key, PasswordNoticesQueue passwordNotices)
    implements EmailTrigger {
  /** Cognito does not wait; shorter than the lease on a code, {@code SentCodes.LEASE}. */
  private static final int TIMEOUT_SECONDS = 15;

  /** The lifetime of the shortest code that people wait for; a later mail would confuse them. */
  private static final int MAX_EVENT_AGE_SECONDS = 60 * 60;

  static CustomEmailSenderFunction of(
      StackConfig config, JavaFunctions functions, SesIdentity identity) {
    CodeKey key = CodeKey.of(config);
    ExpiringTable sentCodes = ExpiringTable.ofSentCodes(config);
    PasswordNoticesQueue notices = PasswordNoticesQueue.of(config, TIMEOUT_SECONDS);
    JavaFunction function =
        functions.create(
            new FunctionSpec(
                FunctionModule.CUSTOM_EMAIL_SENDER,
                TIMEOUT_SECONDS,
                new FunctionEnvironment()
                    .with(config.emailRules().variables())
                    .with(config.mailCopy().variables())
                    .withOutputs(identity.variables())
                    .with("CODE_KEY_ARN", key.arn())
                    .with("SENT_CODES_TABLE", sentCodes.name())
                    .variables(),
                List.of(
                    identity.policy(),
                    sentCodes.policy("dynamodb:UpdateItem"),
                    notices.policy(
                        "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"))));
    function.limitEventAge(MAX_EVENT_AGE_SECONDS);
    new EventSourceMapping(
        "password-notices",
        EventSourceMappingArgs.builder()
            .eventSourceArn(notices.arn())
            .functionName(function.arn())
            .batchSize(1)
            .build());
    return new CustomEmailSenderFunction(function, key, notices);
  }

  @Override
  public Optional<PasswordNoticesQueue> notices() {
    return Optional.of(passwordNotices);
  }

  @Override
  public UserPoolLambdaConfigArgs.Builder addTo(UserPoolLambdaConfigArgs.Builder triggers) {
    return triggers
        .customEmailSender(
            UserPoolLambdaConfigCustomEmailSenderArgs.builder()
                .lambdaArn(function.arn())
                .lambdaVersion("V1_0")
                .build())
        .kmsKeyId(key.arn());
  }

  /** Allows the pool to invoke the function, and the function to decrypt the pool's codes. */
  @Override
  public void allowInvocation(UserPool pool) {
    key.allowDecryption(function.roleArn(), pool.id());
    function.addPermission("cognito", "cognito-idp.amazonaws.com", pool.arn());
  }
}
