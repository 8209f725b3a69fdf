package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;

/** The custom message trigger, which renders the mails that Cognito sends. */
record CustomMessageFunction(JavaFunction function) implements EmailTrigger {
  static CustomMessageFunction of(StackConfig config, JavaFunctions functions) {
    return new CustomMessageFunction(
        functions.create(
            new FunctionSpec(
                FunctionModule.CUSTOM_MESSAGE,
                TriggerFunctions.TIMEOUT_SECONDS,
                new FunctionEnvironment()
                    .with(config.emailRules().variables())
                    .with(config.mailCopy().variables())
                    .variables(),
                List.of())));
  }

  @Override
  public UserPoolLambdaConfigArgs.Builder addTo(UserPoolLambdaConfigArgs.Builder triggers) {
    return triggers.customMessage(function.arn());
  }

  @Override
  public void allowInvocation(UserPool pool) {
    function.addPermission("cognito", "cognito-idp.amazonaws.com", pool.arn());
  }
}
