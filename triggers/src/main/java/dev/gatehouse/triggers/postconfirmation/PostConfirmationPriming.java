package dev.gatehouse.triggers.postconfirmation;

import dev.gatehouse.functions.Priming;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.triggers.UserCopies;
import java.time.Clock;
import java.util.List;
import java.util.Map;

/** Goes through a confirmation before the snapshot, with a write that the table refuses. */
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

  static Priming<PostConfirmationEvent> of(Map<String, String> environment) {
    return new Priming<>(
        PostConfirmationEvent.class,
        () ->
            new PostConfirmationHandler(
                UserCopies.rehearsal(environment),
                row -> {},
                Clock.systemUTC(),
                InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
