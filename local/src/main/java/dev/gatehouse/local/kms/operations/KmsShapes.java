package dev.gatehouse.local.kms.operations;

import dev.gatehouse.local.awsjson.AwsRequest;
import dev.gatehouse.local.awsjson.Constraint;
import dev.gatehouse.local.awsjson.Constraint.Text;
import dev.gatehouse.local.awsjson.Constraint.TextMap;
import dev.gatehouse.local.awsjson.RequestShape;
import dev.gatehouse.local.kms.keys.KmsErrors;
import dev.gatehouse.local.kms.keys.KmsKey;
import java.util.regex.Pattern;

/** The members that requests of KMS share. */
final class KmsShapes {

  /** A key by id, ARN or alias; KMS does not repeat it in validation errors. */
  static final Constraint KEY_ID = new Text(0, Integer.MAX_VALUE, null, true);

  /** The name of an alias that is not AWS's own. */
  static final Constraint ALIAS =
      new Text(1, 256, Pattern.compile("alias/(?!aws/)[a-zA-Z0-9/_-]+"), false);

  /** The pairs that a ciphertext is bound to. */
  static final Constraint ENCRYPTION_CONTEXT = new TextMap(true);

  /** The one encryption algorithm of symmetric keys. */
  static final String SYMMETRIC = "SYMMETRIC_DEFAULT";

  private static final Constraint ANY_TEXT = new Text(0, Integer.MAX_VALUE, null, true);
  private static final String ALGORITHM = "EncryptionAlgorithm";

  private KmsShapes() {}

  /**
   * The operation that returns the builder of a shape; grant tokens have no effect, since there are
   * no grants.
   */
  static RequestShape.Builder builder() {
    return RequestShape.builder().ignored("GrantTokens");
  }

  /** Returns the builder of the shape of Encrypt or Decrypt. */
  static RequestShape.Builder cipherBuilder() {
    return builder()
        .optional("EncryptionContext", ENCRYPTION_CONTEXT)
        .optional(ALGORITHM, ANY_TEXT);
  }

  /** Returns a key that is not to be deleted; throws KMSInvalidStateException for another. */
  static KmsKey requireNotDeleted(KmsKey key) {
    if (key.deletion() != null) {
      throw KmsErrors.invalidState(key.arn() + " is pending deletion.");
    }
    return key;
  }

  /** Throws an error for another algorithm than that of symmetric keys. */
  static void requireSymmetric(AwsRequest request, String operation) {
    if (!request.optional(ALGORITHM).orElse(SYMMETRIC).equals(SYMMETRIC)) {
      throw KmsErrors.unsupported(
          "an %s of %s other than %s".formatted(ALGORITHM, operation, SYMMETRIC));
    }
  }
}
