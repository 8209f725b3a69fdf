package dev.gatehouse.dynamodb.operation.page;

import dev.gatehouse.dynamodb.expression.Condition;
import dev.gatehouse.dynamodb.expression.key.KeyConditions;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The legacy parameters QueryFilter, ScanFilter and KeyConditions. */
final class LegacyConditions {

  private LegacyConditions() {}

  /** Returns the filter, null for none. */
  static @Nullable Condition filter(Parameters request, String member) {
    return null;
  }

  static KeyConditions keys(Parameters request) {
    return new KeyConditions(List.of());
  }
}
