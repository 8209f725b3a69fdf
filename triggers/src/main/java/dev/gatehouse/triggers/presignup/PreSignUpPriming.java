package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.functions.Priming;
import dev.gatehouse.triggers.InvocationLog;
import dev.gatehouse.users.DynamoDbMailboxes;
import dev.gatehouse.users.Mailboxes;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Judges an address before the snapshot, once as in a sign-up. */
final class PreSignUpPriming {
  private static final String NAME = "pre-sign-up";

  /** Nobody waits for a snapshot. */
  private static final Duration LOOK_UP = Duration.ofSeconds(3);

  /** An administrator's event: rules that refuse the sign-up of strangers let it pass. */
  private static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "PreSignUp_AdminCreateUser",
       "request": {"userAttributes": {"email": "priming@example.com"}, "clientMetadata": {}},
       "response": {}}
      """;

  private PreSignUpPriming() {}

  static Priming<CognitoUserPoolPreSignUpEvent> of(Map<String, String> environment) {
    return new Priming<>(
        CognitoUserPoolPreSignUpEvent.class,
        () ->
            new PreSignUpHandler(
                environment, () -> lookedInto(environment), InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }

  /** An administrator's event looks up no mailbox, and a stranger's might be refused. */
  private static Mailboxes lookedInto(Map<String, String> environment) {
    Mailboxes mailboxes = DynamoDbMailboxes.rehearsal(environment, LOOK_UP);
    if (mailboxes.owner("priming").isPresent()) {
      throw new IllegalStateException("a mailbox that nobody can have is claimed");
    }
    return mailboxes;
  }
}
