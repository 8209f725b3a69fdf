package dev.gatehouse.integrationtests.aws;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import software.amazon.awssdk.services.sqs.model.Message;

/** Events as AWS sends them to the functions. */
final class TriggerEvents {
  static final String POOL = "us-east-1_EXAMPLE";

  private TriggerEvents() {}

  /** Returns the event of a confirmed sign-up. */
  static String postConfirmation(String sub) {
    return """
    {"version":"1","region":"us-east-1","userPoolId":"%s","userName":"%s",
     "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},
     "triggerSource":"PostConfirmation_ConfirmSignUp",
     "request":{"userAttributes":{"sub":"%s","email_verified":"true","email":"jane@example.com"}},
     "response":{}}
    """
        .formatted(POOL, sub, sub);
  }

  /** Returns the event of a sign-up whose code a function sends. */
  static String customEmailSender(String sub, String email, String encryptedCode) {
    return """
    {"version":"1","triggerSource":"CustomEmailSender_SignUp","region":"us-east-1",
     "userPoolId":"%s","userName":"%s",
     "callerContext":{"awsSdkVersion":"aws-sdk-unknown-unknown","clientId":"1example23456789"},
     "request":{"type":"customEmailSenderRequestV1","code":"%s",
      "userAttributes":{"sub":"%s","email_verified":"false",
       "cognito:user_status":"UNCONFIRMED","email":"%s"}}}
    """
        .formatted(POOL, sub, encryptedCode, sub, email);
  }

  /** Returns the event of API Gateway for a request with an access token that it has verified. */
  static String readProfile(String sub) {
    return """
    {"resource":"/user/profile","path":"/user/profile","httpMethod":"GET",
     "headers":{"Authorization":"Bearer token"},"isBase64Encoded":false,
     "requestContext":{"resourcePath":"/user/profile","httpMethod":"GET","stage":"live",
      "authorizer":{"claims":{"sub":"%s","token_use":"access"}}}}
    """
        .formatted(sub);
  }

  /** Returns the event of an event source mapping for a batch of received messages. */
  static String queue(List<Message> batch, String queueArn) {
    JsonArray records = new JsonArray();
    for (Message message : batch) {
      JsonObject record = new JsonObject();
      record.addProperty("messageId", message.messageId());
      record.addProperty("receiptHandle", message.receiptHandle());
      record.addProperty("body", message.body());
      record.addProperty("eventSource", "aws:sqs");
      record.addProperty("eventSourceARN", queueArn);
      record.addProperty("awsRegion", "us-east-1");
      records.add(record);
    }
    JsonObject event = new JsonObject();
    event.add("Records", records);
    return event.toString();
  }
}
