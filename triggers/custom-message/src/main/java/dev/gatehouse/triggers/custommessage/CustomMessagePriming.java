package dev.gatehouse.triggers.custommessage;

import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import dev.gatehouse.lambda.settings.FunctionSettings;
import java.time.Clock;
import java.util.List;

/** The priming of the CustomMessage function: renders a mail before the snapshot. */
final class CustomMessagePriming {
  private static final String NAME = "custom-message";
  private static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "CustomMessage_SignUp",
       "request": {"userAttributes": {"email": "priming@example.com"}, "codeParameter": "{####}"},
       "response": {}}
      """;

  private CustomMessagePriming() {}

  static Priming<CustomMessageEvent> of(FunctionSettings settings) {
    return new Priming<>(
        CustomMessageEvent.class,
        () -> new CustomMessageHandler(settings, InvocationLog.silent(NAME), Clock.systemUTC()),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
