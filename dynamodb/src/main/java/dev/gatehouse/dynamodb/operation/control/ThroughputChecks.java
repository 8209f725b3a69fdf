package dev.gatehouse.dynamodb.operation.control;

import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import dev.gatehouse.dynamodb.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** The checks of capacity. */
final class ThroughputChecks {

  private static final long LARGEST = 1_000_000_000_000L;
  private static final long PER_TABLE = 40_000;

  private ThroughputChecks() {}

  /** Refuses figures beyond all bounds. */
  static void checkBounds(Parameters of, String region) {
    Parameters throughput = of.structure("ProvisionedThroughput");
    for (String member : new String[] {"ReadCapacityUnits", "WriteCapacityUnits"}) {
      @Nullable Long units = throughput.number(member);
      if (units != null && units > LARGEST) {
        throw DynamoDbException.validation(
            "Given value " + units + " for " + member + " is out of bounds");
      }
    }
    for (String member : new String[] {"ReadCapacityUnits", "WriteCapacityUnits"}) {
      @Nullable Long units = throughput.number(member);
      if (units != null && units > PER_TABLE) {
        throw DynamoDbException.of(
            ErrorType.LIMIT_EXCEEDED,
            "The requested "
                + member
                + ", "
                + units
                + ", is above the per table maximum for the account in "
                + region
                + ". Per table maximum: 40000. Refer to the Amazon DynamoDB Developer Guide for"
                + " current limits and how to request higher limits.");
      }
    }
  }

  /** Checks the ceilings of a new table and its global indexes. */
  static void checkOnDemand(Parameters table, boolean onDemand) {
    checkOnDemand(table, onDemand, "table");
    KeyChecks.list(table, "GlobalSecondaryIndexes")
        .forEach(
            each -> {
              Parameters index = table.of(each);
              checkOnDemand(index, onDemand, "index : " + index.string("IndexName"));
            });
  }

  private static void checkOnDemand(Parameters of, boolean onDemand, String what) {
    Parameters ceilings = of.structure("OnDemandThroughput");
    for (String member : new String[] {"MaxReadRequestUnits", "MaxWriteRequestUnits"}) {
      @Nullable Long units = ceilings.number(member);
      if (units != null && !onDemand) {
        throw DynamoDbException.invalidParameter(
            member
                + " for OnDemandThroughput cannot be specified when table BillingMode is"
                + " PROVISIONED.");
      }
      if (units != null && units < 1) {
        throw DynamoDbException.invalidParameter(
            "Requested "
                + member
                + " for OnDemandThroughput for "
                + what
                + " is outside of valid range");
      }
    }
  }
}
