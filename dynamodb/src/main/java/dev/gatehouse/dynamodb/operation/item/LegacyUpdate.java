package dev.gatehouse.dynamodb.operation.item;

import dev.gatehouse.dynamodb.expression.Update;
import dev.gatehouse.dynamodb.wire.Parameters;

/** The legacy parameter AttributeUpdates. */
final class LegacyUpdate {

  private LegacyUpdate() {}

  /** Returns the update, one without actions for none. */
  static Update read(Parameters request) {
    return Update.NONE;
  }
}
