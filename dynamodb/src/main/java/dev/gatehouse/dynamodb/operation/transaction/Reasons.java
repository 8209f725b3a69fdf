package dev.gatehouse.dynamodb.operation.transaction;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.ErrorType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Why a transaction is cancelled: one reason for each of its actions. */
final class Reasons {

  private final JsonArray reasons = new JsonArray();
  private final List<String> codes = new ArrayList<>();
  private boolean failed;

  /** Makes an action; returns null and notes the reason if it is refused. */
  <T> @Nullable T attempt(Supplier<T> action) {
    try {
      T result = action.get();
      add("None", null, Map.of());
      return result;
    } catch (DynamoDbException e) {
      failed = true;
      boolean condition = e.type() == ErrorType.CONDITIONAL_CHECK_FAILED;
      add(condition ? "ConditionalCheckFailed" : "ValidationError", e.text(), e.members());
      return null;
    }
  }

  private void add(String code, @Nullable String text, Map<String, JsonElement> members) {
    JsonObject reason = new JsonObject();
    reason.addProperty("Code", code);
    if (text != null) {
      reason.addProperty("Message", text);
    }
    members.forEach(reason::add);
    reasons.add(reason);
    codes.add(code);
  }

  /** Throws if an action was refused. */
  void refuse() {
    if (failed) {
      throw DynamoDbException.of(
          ErrorType.TRANSACTION_CANCELED,
          "Transaction cancelled, please refer cancellation reasons for specific reasons " + codes,
          Map.of("CancellationReasons", reasons));
    }
  }
}
