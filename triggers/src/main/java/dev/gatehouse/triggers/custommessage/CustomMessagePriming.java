package dev.gatehouse.triggers.custommessage;

import dev.gatehouse.functions.Priming;
import dev.gatehouse.triggers.InvocationLog;
import java.util.List;
import java.util.Map;

/** Words a mail before the snapshot, which nobody sends. */
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

  static Priming<CustomMessageEvent> of(Map<String, String> environment) {
    return new Priming<>(
        CustomMessageEvent.class,
        () -> new CustomMessageHandler(environment, InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }
}
