package dev.gatehouse.dynamodb.operation;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import dev.gatehouse.dynamodb.error.DynamoDbException;
import dev.gatehouse.dynamodb.error.Texts;
import dev.gatehouse.dynamodb.expression.Projection;
import dev.gatehouse.dynamodb.wire.Parameters;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The legacy parameter AttributesToGet. */
public final class ReadProjection {

  private static final int MOST = 255;

  private ReadProjection() {}

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

  /** Returns the projection, null if the request does not have the parameter. */
  public static @Nullable Projection read(Parameters request) {
    @Nullable JsonArray names = request.array("AttributesToGet");
    if (names == null) {
      return null;
    }
    Set<String> attributes = new LinkedHashSet<>();
    for (JsonElement each : names) {
      if (!attributes.add(each.getAsString())) {
        throw DynamoDbException.ofRequest(
            Texts.INVALID_PARAMETER + "Duplicate value in attribute name: " + each.getAsString());
      }
    }
    return Projection.onAttributes(attributes);
  }
}
