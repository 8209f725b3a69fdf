package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is the function that words the mails which Cognito sends. */
record CustomMessage(JavaFunction function) implements MailFunction {
  static CustomMessage of(StackConfig config, Archives archives) {
    return new CustomMessage(
        new JavaFunction(
            config,
            "custom-message",
            TriggerFunctions.spec(
                archives.triggers(),
                "custommessage.CustomMessageHandler",
                new Environment()
                    .with(config.emailRules().variables())
                    .with(config.wording().variables()))));
  }

  @Override
  public UserPoolLambdaConfigArgs.Builder attach(UserPoolLambdaConfigArgs.Builder triggers) {
    return triggers.customMessage(function.arn());
  }

  @Override
  public void serve(UserPool pool) {
    function.allow("cognito", "cognito-idp.amazonaws.com", pool.arn());
  }
}
