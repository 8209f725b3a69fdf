package dev.gatehouse.triggers.customemailsender;

import dev.gatehouse.lambda.log.InvocationLog;
import dev.gatehouse.lambda.priming.Priming;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.triggers.customemailsender.dynamodb.DynamoDbSentCodes;
import dev.gatehouse.triggers.customemailsender.kms.KmsPriming;
import dev.gatehouse.triggers.customemailsender.ses.SesMailSender;
import java.time.Clock;
import java.util.List;

/**
 * The priming of the CustomEmailSender function: handles an event before the snapshot.
 *
 * <p>Requests to KMS and DynamoDB are sent and certain to be refused. Requests to SES are not sent,
 * since SES might accept them.
 */
final class CustomEmailSenderPriming {
  private static final String NAME = "custom-email-sender";
  private static final String USER_POOL_ID = "us-east-1_priming";
  static final String EVENT =
      """
      {"version": "1", "region": "us-east-1", "userPoolId": "us-east-1_priming",
       "userName": "priming", "callerContext": {"awsSdkVersion": "none", "clientId": "none"},
       "triggerSource": "CustomEmailSender_SignUp",
       "request": {"type": "customEmailSenderRequestV1", "code": "priming",
         "userAttributes": {"sub": "priming", "email": "priming@example.com"}}}
      """;

  private CustomEmailSenderPriming() {}

  static Priming<CustomEmailSenderEvent> of(FunctionSettings settings) {
    return new Priming<>(
        CustomEmailSenderEvent.class,
        () -> handler(settings, InvocationLog.silent(NAME)),
        () -> List.of(EVENT),
        InvocationLog.of(NAME)::notPrimed);
  }

  /** Returns a handler that sends no mail and writes nothing to the table. */
  static CustomEmailSenderHandler handler(FunctionSettings settings, InvocationLog log) {
    return new CustomEmailSenderHandler(
        settings,
        KmsPriming.encryptedCodes(settings, USER_POOL_ID),
        new CodeMailer(DynamoDbSentCodes.forPriming(settings), SesMailSender.forPriming(settings)),
        log,
        Clock.systemUTC());
  }
}
