package dev.gatehouse.dynamodb.operation;

import dev.gatehouse.dynamodb.wire.Parameters;

/** The constraints of members that most operations on items have. */
public final class Members {

  private Members() {}

  /** Adds a ReturnConsumedCapacity that is none of the enum's. */
  public static void requireConsumedCapacity(Parameters request, Violations to) {
    to.requireEnum(
        request.string("ReturnConsumedCapacity"), "returnConsumedCapacity", "INDEXES, TOTAL, NONE");
  }

  /** Adds a ReturnItemCollectionMetrics that is none of the enum's. */
  public static void requireMetrics(Parameters request, Violations to) {
    to.requireEnum(
        request.string("ReturnItemCollectionMetrics"), "returnItemCollectionMetrics", "SIZE, NONE");
  }

  /** Adds a ReturnValuesOnConditionCheckFailure that is none of the enum's. */
  public static void requireOnFailure(Parameters request, String path, Violations to) {
    to.requireEnum(
        request.string("ReturnValuesOnConditionCheckFailure"),
        path + "returnValuesOnConditionCheckFailure",
        "ALL_OLD, NONE");
  }
}
