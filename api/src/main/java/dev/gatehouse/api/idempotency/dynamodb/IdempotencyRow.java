package dev.gatehouse.api.idempotency.dynamodb;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.idempotency.CompletedResponse;
import dev.gatehouse.api.idempotency.IdempotencyRecords.Claim;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The conversion between records and the rows of their table. */
final class IdempotencyRow {
  private IdempotencyRow() {}

  /** Returns the attributes of a response. */
  static Map<String, AttributeValue> of(CompletedResponse response) {
    Map<String, AttributeValue> values = new HashMap<>();
    switch (response) {
      case CompletedResponse.Succeeded succeeded -> {
        values.put("status", number(succeeded.status()));
        values.put("body", AttributeValue.fromS(succeeded.body()));
        @Nullable String sub = succeeded.sub();
        if (sub != null) {
          values.put("sub", AttributeValue.fromS(sub));
        }
      }
      case CompletedResponse.Refused refused -> {
        values.put("status", number(refused.problem().status()));
        values.put("problem", AttributeValue.fromS(refused.problem().name()));
        values.put("detail", AttributeValue.fromS(refused.detail()));
      }
    }
    return values;
  }

  /** Returns a row. */
  static Claim.Existing read(Map<String, AttributeValue> row) {
    return new Claim.Existing(text(row, "fingerprint"), response(row));
  }

  private static @Nullable CompletedResponse response(Map<String, AttributeValue> row) {
    @Nullable AttributeValue status = row.get("status");
    if (status == null) {
      return null;
    }
    @Nullable AttributeValue sub = row.get("sub");
    return row.containsKey("problem")
        ? new CompletedResponse.Refused(Problem.valueOf(text(row, "problem")), text(row, "detail"))
        : new CompletedResponse.Succeeded(
            Integer.parseInt(status.n()), text(row, "body"), sub == null ? null : sub.s());
  }

  private static String text(Map<String, AttributeValue> row, String name) {
    @Nullable AttributeValue value = row.get(name);
    return value == null ? "" : value.s();
  }

  /** Returns the key of a row. */
  static Map<String, AttributeValue> key(String id) {
    return Map.of("id", AttributeValue.fromS(id));
  }

  /** Returns a number. */
  static AttributeValue number(long number) {
    return AttributeValue.fromN(Long.toString(number));
  }
}
