package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import dev.gatehouse.pulumi.settings.StackConfig;

/** Is what a pool calls when a mail is due: a function that words it, or one that sends it. */
interface MailFunction {
  static MailFunction of(StackConfig config, Archives archives, MailIdentity identity) {
    return config.sender().byFunction()
        ? CustomEmailSender.of(config, archives, identity)
        : CustomMessage.of(config, archives);
  }

  /** Returns the function itself. */
  JavaFunction function();

  /** Hangs the function into the pool that is about to be made. */
  UserPoolLambdaConfigArgs.Builder attach(UserPoolLambdaConfigArgs.Builder triggers);

  /** Lets the pool call the function, and the function do what it does for this pool. */
  void serve(UserPool pool);
}
