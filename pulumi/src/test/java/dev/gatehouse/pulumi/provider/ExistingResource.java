package dev.gatehouse.pulumi.provider;

import com.google.gson.JsonObject;

/**
 * A resource of an account.
 *
 * @param number the number among the resources of the URN, of which a replacement has two
 * @param properties the outputs of its last creation or update
 */
record ExistingResource(Key key, String urn, int number, JsonObject properties) {
  /**
   * What AWS finds a resource by.
   *
   * @param region blank for a resource of all regions
   */
  record Key(String type, String region, String id) {
    static Key of(String type, String region, String id) {
      boolean everywhere = type.startsWith("aws:iam/") || type.startsWith("aws:route53/");
      return new Key(type, everywhere ? "" : region, id);
    }

    boolean sameKind(Key other) {
      return type.equals(other.type) && region.equals(other.region);
    }
  }

  /** Returns a property as text; blank if there is none. */
  String text(String property) {
    return properties.has(property) && properties.get(property).isJsonPrimitive()
        ? properties.get(property).getAsString()
        : "";
  }
}
