package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import dev.gatehouse.pulumi.data.PasswordNoticesQueue;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.Optional;

/** The trigger for mails: custom message if Cognito sends them, else custom email sender. */
interface EmailTrigger {
  static EmailTrigger of(StackConfig config, JavaFunctions functions, SesIdentity identity) {
    return config.sender().byFunction()
        ? CustomEmailSenderFunction.of(config, functions, identity)
        : CustomMessageFunction.of(config, functions);
  }

  /** Adds the function to the triggers of a pool. */
  UserPoolLambdaConfigArgs.Builder addTo(UserPoolLambdaConfigArgs.Builder triggers);

  /** Returns the queue of notices that the function sends, if it sends mails itself. */
  default Optional<PasswordNoticesQueue> notices() {
    return Optional.empty();
  }

  /** Allows the pool to invoke the function. */
  void allowInvocation(UserPool pool);
}
