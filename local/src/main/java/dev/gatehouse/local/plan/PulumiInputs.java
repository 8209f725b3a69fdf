package dev.gatehouse.local.plan;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;

/** Values of Pulumi inputs. */
public final class PulumiInputs {

  private PulumiInputs() {}

  /**
   * Returns whether an input counts as unset: null, false, an empty string or list, or an object
   * without a member that is set.
   */
  public static boolean isUnset(JsonElement value) {
    return switch (value) {
      case JsonArray array -> array.isEmpty();
      case JsonObject object -> object.asMap().values().stream().allMatch(PulumiInputs::isUnset);
      // Pulumi writes some booleans as strings.
      case JsonPrimitive primitive ->
          primitive.getAsString().isEmpty() || primitive.getAsString().equals("false");
      default -> true;
    };
  }
}
