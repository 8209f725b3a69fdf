package dev.gatehouse.pulumi.functions;

import com.pulumi.aws.cognito.UserPool;
import com.pulumi.aws.cognito.inputs.UserPoolLambdaConfigArgs;
import dev.gatehouse.pulumi.data.UserStorage;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The functions that Cognito invokes; none has the pool's id, which comes with each event. */
public record TriggerFunctions(
    JavaFunction preSignUp, EmailTrigger emailTrigger, JavaFunction postConfirmation) {
  /** Cognito waits five seconds, then invokes again; a function that ends earlier can log why. */
  static final int TIMEOUT_SECONDS = 4;

  /** Declares the functions. */
  public static TriggerFunctions of(
      StackConfig config, JavaFunctions functions, UserStorage storage, SesIdentity identity) {
    JavaFunction preSignUp = PreSignUpFunction.of(config, functions, storage.mailboxes());
    EmailTrigger emailTrigger = EmailTrigger.of(config, functions, identity);
    return new TriggerFunctions(
        preSignUp,
        emailTrigger,
        PostConfirmationFunction.of(functions, storage, emailTrigger.notices()));
  }

  /** Returns the triggers of the pool. */
  public UserPoolLambdaConfigArgs lambdaConfig() {
    return emailTrigger
        .addTo(
            UserPoolLambdaConfigArgs.builder()
                .preSignUp(preSignUp.arn())
                .postConfirmation(postConfirmation.arn()))
        .build();
  }

  /** Allows this pool to invoke the functions. */
  public void allowInvocation(UserPool pool) {
    preSignUp.addPermission("cognito", "cognito-idp.amazonaws.com", pool.arn());
    emailTrigger.allowInvocation(pool);
    postConfirmation.addPermission("cognito", "cognito-idp.amazonaws.com", pool.arn());
  }
}
