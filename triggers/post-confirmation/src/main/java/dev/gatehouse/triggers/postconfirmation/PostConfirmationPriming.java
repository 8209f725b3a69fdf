package dev.gatehouse.triggers.postconfirmation;

import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.users.dynamodb.DynamoDbUserCopies;
import dev.gatehouse.users.dynamodb.DynamoDbUsers;
import java.time.Clock;
import java.util.List;

/** The priming of PostConfirmation: one confirmation whose write the table refuses. */
final class PostConfirmationPriming {
  private static final String NAME = "post-confirmation";
  private static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "PostConfirmation_ConfirmSignUp",
       "request": {"userAttributes": {"sub": "priming", "email": "priming@example.com", "email_verified": "true"}},
       "response": {}}
      """;

  private PostConfirmationPriming() {}

  /** Returns the priming of the function with these settings. */
  static Priming<PostConfirmationEvent> of(FunctionSettings settings) {
    return new Priming<>(
        PostConfirmationEvent.class,
        () ->
            new PostConfirmationHandler(
                DynamoDbUserCopies.forPriming(settings),
                () -> DynamoDbUsers.forPriming(settings),
                row -> {},
                PasswordNotices.NONE,
                Clock.systemUTC(),
                InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
