package dev.gatehouse.dynamodb.operation.control;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The checks of encryption, stream, class and billing. */
final class OptionChecks {

  private static final Set<String> CLASSES = Set.of("STANDARD", "STANDARD_INFREQUENT_ACCESS");

  private OptionChecks() {}

  static void checkClass(Parameters table) {
    @Nullable String tableClass = table.string("TableClass");
    if (tableClass != null && !CLASSES.contains(tableClass)) {
      throw DynamoDbException.validation(
          "Invalid table-class parameter provided. Please try again with a valid table-class"
              + " value: [STANDARD, STANDARD_INFREQUENT_ACCESS].");
    }
  }

  static void checkBilling(Parameters table, boolean onDemand) {
    if (onDemand && table.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "Neither ReadCapacityUnits nor WriteCapacityUnits can be specified when BillingMode is"
              + " PAY_PER_REQUEST");
    }
    if (!onDemand && !table.has("ProvisionedThroughput")) {
      throw DynamoDbException.invalidParameter(
          "ReadCapacityUnits and WriteCapacityUnits must both be specified when BillingMode is"
              + " PROVISIONED");
    }
  }

  static void checkNewStream(Parameters table) {
    if (table.has("StreamSpecification")) {
      Parameters stream = table.structure("StreamSpecification");
      boolean enabled = stream.flag("StreamEnabled");
      if (!enabled && stream.has("StreamViewType")) {
        throw DynamoDbException.invalidParameter(
            "Table is being created with a stream disabled, UpdateViewType should not be"
                + " specified");
      }
      if (enabled && !stream.has("StreamViewType")) {
        throw DynamoDbException.invalidParameter(
            "Table is being created with a stream enabled, UpdateViewType is required");
      }
    }
  }

  static void checkEncryption(Parameters table) {
    Parameters sse = table.structure("SSESpecification");
    boolean disabled = sse.has("Enabled") && !sse.flag("Enabled");
    if (disabled && sse.has("SSEType")) {
      throw DynamoDbException.invalidParameter("SSEType can not be specified if Enabled is false");
    }
    if (disabled && sse.has("KMSMasterKeyId")) {
      throw DynamoDbException.invalidParameter(
          "KMSMasterKeyId can not be specified if Enabled is false");
    }
    if (sse.has("KMSMasterKeyId") && !sse.has("SSEType")) {
      throw DynamoDbException.invalidParameter(
          "SSEType KMS is required if KMSMasterKeyId is specified");
    }
    if (sse.string("SSEType", "").equals("AES256")) {
      throw DynamoDbException.invalidParameter("SSEType AES256 is not supported");
    }
  }
}
