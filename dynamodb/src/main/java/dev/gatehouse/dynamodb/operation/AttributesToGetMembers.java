package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.wire.Parameters;
import org.jspecify.annotations.Nullable;

/** The checks of the member AttributesToGet. */
public final class AttributesToGetMembers {

  private static final int MOST = 255;

  private AttributesToGetMembers() {}

  /** Adds the constraints that the list breaks. */
  public static void require(Parameters request, String path, Violations to) {
    @Nullable JsonArray names = request.array("AttributesToGet");
    if (names != null) {
      to.requireLength(names.size(), 1, MOST, names.isEmpty() ? "[]" : names, path);
    }
  }

  /** Refuses an empty name. */
  public static void refuseEmptyNames(Parameters request) {
    @Nullable JsonArray names = request.array("AttributesToGet");
    for (JsonElement each : names == null ? new JsonArray() : names) {
      if (each.getAsString().isEmpty()) {
        throw DynamoDbException.ofRequest(Texts.EMPTY_NAME);
      }
    }
  }
}
