package dev.gatehouse.benchmarks.start;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Knows what AWS says to the requests of the functions. */
final class Answers {
  private static final String JSON = "application/x-amz-json-1.1";
  private static final String ROW =
      """
      {"Item": {"sub": {"S": "34c84488-e0e1-70ae-d2ee-991ad1a898c8"},
        "email": {"S": "jane@example.com"}, "emailVerified": {"BOOL": true},
        "createdAt": {"S": "2026-01-01T00:00:00Z"}, "confirmedAt": {"S": "2026-01-01T00:00:00Z"},
        "updatedAt": {"S": "2026-01-01T00:00:00Z"}, "userName": {"S": "jane@example.com"},
        "userPoolId": {"S": "us-east-1_EXAMPLE"}, "version": {"N": "1"}}}
      """;
  private static final String HOLDER =
      """
      {"Username": "34c84488-e0e1-70ae-d2ee-991ad1a898c8", "UserAttributes": [
        {"Name": "sub", "Value": "34c84488-e0e1-70ae-d2ee-991ad1a898c8"},
        {"Name": "email", "Value": "jane@example.com"},
        {"Name": "email_verified", "Value": "true"}]}
      """;
  private static final String SENT =
      """
      <SendEmailResponse xmlns="http://ses.amazonaws.com/doc/2010-12-01/"><SendEmailResult>\
      <MessageId>benchmark</MessageId></SendEmailResult></SendEmailResponse>
      """;

  private final AtomicInteger mails = new AtomicInteger();

  /** Is an HTTP answer. */
  record Answer(int status, String type, String body) {}

  /** Returns how many mails were sent so far. */
  int mails() {
    return mails.get();
  }

  /** Returns the answer to a request of this operation. */
  Answer to(String target, String body) {
    String operation = target.substring(target.lastIndexOf('.') + 1);
    return switch (operation) {
      case "PutItem", "UpdateItem" -> body.contains("attribute_exists") ? refused() : ok("{}");
      case "GetItem" -> ok(ROW);
      case "GetUser" -> body.contains("eyJ") ? ok(HOLDER) : unknownToken();
      case "ListUsers" -> ok("{\"Users\": []}");
      case "SignUp", "ConfirmSignUp", "ResendConfirmationCode" ->
          error("ResourceNotFoundException", "User pool client priming does not exist.");
      case "UpdateUserAttributes" -> unknownToken();
      case "Decrypt" -> decrypted(JsonParser.parseString(body).getAsJsonObject());
      case "SendMessage" -> ok("{\"MessageId\": \"benchmark\"}");
      default ->
          body.contains("Action=SendEmail")
              ? sent()
              : error("UnknownOperationException", "the benchmark does not know " + target);
    };
  }

  private Answer sent() {
    mails.incrementAndGet();
    return new Answer(200, "text/xml", SENT);
  }

  /** As KMS does, it refuses what it did not seal: that is how priming has no effect. */
  private static Answer decrypted(JsonObject asked) {
    String sealed = asked.get("CiphertextBlob").getAsString();
    Optional<byte[]> key = CodeKey.opened(Base64.getDecoder().decode(sealed));
    if (key.isEmpty()) {
      return error("InvalidCiphertextException", "");
    }
    JsonObject answer = new JsonObject();
    answer.add("KeyId", asked.get("KeyId"));
    answer.addProperty("Plaintext", Base64.getEncoder().encodeToString(key.get()));
    answer.addProperty("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    return ok(answer.toString());
  }

  private static Answer ok(String body) {
    return new Answer(200, JSON, body);
  }

  private static Answer refused() {
    return error("ConditionalCheckFailedException", "The conditional request failed");
  }

  private static Answer unknownToken() {
    return error("NotAuthorizedException", "Invalid Access Token");
  }

  private static Answer error(String type, String message) {
    return new Answer(
        400, JSON, "{\"__type\": \"%s\", \"message\": \"%s\"}".formatted(type, message));
  }
}
