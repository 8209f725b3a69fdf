package dev.gatehouse.local.kms.keys;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.OperationsTable;
import dev.gatehouse.local.awsjson.ServiceErrors;
import java.util.Optional;

/** The errors of KMS. */
public final class KmsErrors implements ServiceErrors {

  static AwsException notFound(String message) {
    return new AwsException("NotFoundException", message);
  }

  static AwsException disabled(String arn) {
    return new AwsException("DisabledException", arn + " is disabled.");
  }

  static AwsException alreadyExists(String message) {
    return new AwsException("AlreadyExistsException", message);
  }

  /** Returns the error for a key in a state that does not allow the operation. */
  public static AwsException invalidState(String message) {
    return new AwsException("KMSInvalidStateException", message);
  }

  /** Returns the error for a ciphertext of another key than the one in the request. */
  public static AwsException incorrectKey() {
    return new AwsException(
        "IncorrectKeyException",
        "The key ID in the request does not identify a CMK that can perform this operation.");
  }

  /** AWS returns no message: ciphertext, context or key may be wrong. */
  static AwsException invalidCiphertext() {
    return new AwsException("InvalidCiphertextException", null);
  }

  /** Returns the error for something of AWS that the emulator does not support. */
  public static AwsException unsupported(String what) {
    return new AwsException(
        "UnsupportedOperationException", "The local emulator does not support " + what);
  }

  @Override
  public AwsException validation(String message) {
    return new AwsException("ValidationException", message);
  }

  @Override
  public AwsException unknownOperation(String target) {
    return new AwsException(
        "UnknownOperationException", OperationsTable.unknownOperation(target, "kms"));
  }

  @Override
  public Optional<AwsException> unknownMember(String operation, String member) {
    return Optional.of(unsupported("parameter %s of %s".formatted(member, operation)));
  }
}
