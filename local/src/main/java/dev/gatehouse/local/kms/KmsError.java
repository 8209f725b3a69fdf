package dev.gatehouse.local.kms;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Says why KMS refuses a request, as it does on AWS. */
final class KmsError extends Exception {
  private static final long serialVersionUID = 1L;

  static final String CONTENT_TYPE = "application/x-amz-json-1.1";

  private final String type;

  private KmsError(String type, @Nullable String message) {
    super(message);
    this.type = type;
  }

  static KmsError notFound(String message) {
    return new KmsError("NotFoundException", message);
  }

  static KmsError disabled(String arn) {
    return new KmsError("DisabledException", arn + " is disabled.");
  }

  static KmsError incorrectKey() {
    return new KmsError(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  /** AWS gives no reason: the text, the context or the key may be wrong. */
  static KmsError invalidCiphertext() {
    return new KmsError("InvalidCiphertextException", null);
  }

  static KmsError invalid(String message) {
    return new KmsError("ValidationException", message);
  }

  static KmsError broken(String member, String constraint) {
    return invalid(
        "1 validation error detected: Value at '%s' failed to satisfy constraint: %s"
            .formatted(member, constraint));
  }

  /** Refuses a member that AWS knows and one machine does not honour. */
  static KmsError unsupported(String operation, String member) {
    return new KmsError(
        "UnsupportedOperationException",
        "%s on one machine does not know %s".formatted(operation, member));
  }

  static KmsError unknown(String operation) {
    return new KmsError(
        "UnknownOperationException",
        "KMS on one machine knows DescribeKey, GenerateDataKey, GenerateDataKeyWithoutPlaintext,"
            + " Encrypt and Decrypt, and not "
            + operation);
  }

  static KmsError notJson(String message) {
    return new KmsError("SerializationException", message);
  }

  Response response() {
    JsonObject body = new JsonObject();
    body.addProperty("__type", type);
    if (getMessage() != null) {
      body.addProperty("message", getMessage());
    }
    return Response.of(400, CONTENT_TYPE, body.toString())
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }
}
