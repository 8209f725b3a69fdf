package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;

/**
 * A resource of an account.
 *
 * @param number the number among the resources of the URN, of which a replacement has two
 * @param properties the outputs of its last creation or update
 */
record ExistingResource(ResourceId key, String urn, int number, JsonObject properties) {
  /** Returns a property as text; blank if there is none. */
  String text(String property) {
    return properties.has(property) && properties.get(property).isJsonPrimitive()
        ? properties.get(property).getAsString()
        : "";
  }
}
