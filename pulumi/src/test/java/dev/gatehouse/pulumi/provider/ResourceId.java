package dev.gatehouse.pulumi.provider;

/**
 * What AWS finds a resource of an account by.
 *
 * @param region blank for a resource of all regions
 */
record ResourceId(String type, String region, String id) {
  static ResourceId of(String type, String region, String id) {
    boolean everywhere = type.startsWith("aws:iam/") || type.startsWith("aws:route53/");
    return new ResourceId(type, everywhere ? "" : region, id);
  }

  boolean hasTypeAndRegionOf(ResourceId other) {
    return type.equals(other.type) && region.equals(other.region);
  }
}
