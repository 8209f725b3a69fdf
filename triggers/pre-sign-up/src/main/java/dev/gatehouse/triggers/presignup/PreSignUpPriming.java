package dev.gatehouse.triggers.presignup;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPreSignUpEvent;
import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import java.util.List;
import java.util.function.Supplier;

/** The priming of PreSignUp: one decision before the snapshot. */
public final class PreSignUpPriming {
  /** An administrator's event, which passes rules that would refuse a user's sign-up. */
  private static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "PreSignUp_AdminCreateUser",
       "request": {"userAttributes": {"email": "priming@example.com"}, "clientMetadata": {}},
       "response": {}}
      """;

  private PreSignUpPriming() {}

  /** Returns the priming of a handler, which is created only before a snapshot. */
  public static Priming<CognitoUserPoolPreSignUpEvent> of(
      Supplier<RequestHandler<CognitoUserPoolPreSignUpEvent, CognitoUserPoolPreSignUpEvent>>
          handler) {
    return new Priming<>(
        CognitoUserPoolPreSignUpEvent.class,
        handler,
        () -> List.of(EVENT),
        InvocationLog.of("pre-sign-up")::notPrimed);
  }
}
