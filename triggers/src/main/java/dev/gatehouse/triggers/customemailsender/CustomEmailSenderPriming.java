package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.functions.Priming;
import dev.gatehouse.triggers.InvocationLog;
import java.util.List;
import java.util.Map;

/**
 * Goes through a mail before the snapshot: KMS and the table are asked and refuse, SES is not
 * asked, since no request to it is refused for certain.
 */
final class CustomEmailSenderPriming {
  private static final String NAME = "custom-email-sender";
  private static final String POOL = "us-east-1_priming";
  static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "CustomEmailSender_SignUp",
       "request": {"type": "customEmailSenderRequestV1", "code": "priming",
         "userAttributes": {"sub": "priming", "email": "priming@example.com"}}}
      """;

  private CustomEmailSenderPriming() {}

  static Priming<CustomEmailSenderEvent> of(Map<String, String> environment) {
    return new Priming<>(
        CustomEmailSenderEvent.class,
        () -> rehearsed(environment, InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }

  /** Returns a function that sends nothing, remembers nothing, and does all the rest. */
  static CustomEmailSenderHandler rehearsed(Map<String, String> environment, InvocationLog log) {
    return new CustomEmailSenderHandler(
        environment,
        KmsRehearsal.in(environment, POOL),
        new Postman(DynamoDbSentCodes.rehearsal(environment), SesMails.rehearsal(environment)),
        log);
  }
}
