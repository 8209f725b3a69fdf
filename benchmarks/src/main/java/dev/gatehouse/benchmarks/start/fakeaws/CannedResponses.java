package dev.gatehouse.benchmarks.start.fakeaws;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The responses of {@link FakeAws} by operation. */
final class CannedResponses {
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

  /** An HTTP response. */
  record FakeResponse(int status, String type, String body) {}

  /** Returns the number of mails sent so far. */
  int mails() {
    return mails.get();
  }

  /** Returns the response to a request of an operation. */
  FakeResponse respond(String target, String body) {
    String operation = target.substring(target.lastIndexOf('.') + 1);
    return switch (operation) {
      case "PutItem", "UpdateItem" -> body.contains("attribute_exists") ? refused() : ok("{}");
      case "TransactWriteItems" -> body.contains("attribute_exists") ? cancelled() : ok("{}");
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
              : error("UnknownOperationException", "the benchmark has no response for " + target);
    };
  }

  private FakeResponse sent() {
    mails.incrementAndGet();
    return new FakeResponse(200, "text/xml", SENT);
  }

  /** Decrypts a data key; refuses others' as KMS does, which is why priming has no effect. */
  private static FakeResponse decrypted(JsonObject request) {
    String ciphertext = request.get("CiphertextBlob").getAsString();
    Optional<byte[]> key = FakeKmsKey.decrypt(Base64.getDecoder().decode(ciphertext));
    if (key.isEmpty()) {
      return error("InvalidCiphertextException", "");
    }
    JsonObject response = new JsonObject();
    response.add("KeyId", request.get("KeyId"));
    response.addProperty("Plaintext", Base64.getEncoder().encodeToString(key.get()));
    response.addProperty("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    return ok(response.toString());
  }

  private static FakeResponse ok(String body) {
    return new FakeResponse(200, JSON, body);
  }

  private static FakeResponse refused() {
    return error("ConditionalCheckFailedException", "The conditional request failed");
  }

  private static FakeResponse cancelled() {
    return new FakeResponse(
        400,
        JSON,
        """
        {"__type": "TransactionCanceledException", "Message": "Transaction cancelled",
         "CancellationReasons": [{"Code": "None"}, {"Code": "ConditionalCheckFailed"}]}
        """);
  }

  private static FakeResponse unknownToken() {
    return error("NotAuthorizedException", "Invalid Access Token");
  }

  private static FakeResponse error(String type, String message) {
    return new FakeResponse(
        400, JSON, "{\"__type\": \"%s\", \"message\": \"%s\"}".formatted(type, message));
  }
}
