package dev.gatehouse.pulumi.settings;

/**
 * Is where people find the API, and the hosted zone that holds the names of the stack.
 *
 * @param name blank if the API has no name of its own
 * @param hostedZone blank if the stack has no name in DNS at all
 * @param edge whether CloudFront stands before it, with its certificate in us-east-1
 * @param region the region of the stack
 */
public record Domain(String name, String hostedZone, boolean edge, String region) {
  private static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** Is what a name in DNS looks like, of two labels or more. */
  static final String HOST = LABEL + "(\\." + LABEL + ")+";

  /** The only region whose certificates CloudFront takes. */
  public static final String CERTIFICATES_OF_CLOUDFRONT = "us-east-1";

  static Domain of(Keys keys, Sender sender, HostedPages pages) {
    boolean custom = keys.of("customDomain", "true").flag();
    Setting name = keys.of("domainName", "api.example.com");
    if (!custom && name.isSet()) {
      throw new SettingInvalid(
          "%s is %s, but customDomain is false: pulumi config rm domainName"
              .formatted(name.key(), name.value()));
    }
    String host = custom ? name.matching(HOST, "a host name in small letters") : "";
    boolean edge = keys.of("endpointType", "REGIONAL").oneOf("REGIONAL", "EDGE").equals("EDGE");
    return new Domain(
        host, zone(keys, host, sender.madeDomain(), pages.host()), edge, region(keys));
  }

  /** Returns whether the API has a name of its own. */
  public boolean isCustom() {
    return !name.isEmpty();
  }

  static String region(Keys keys) {
    return keys.full("aws:region", "aws:region us-east-1")
        .matching("[a-z]{2}(-[a-z]+)+-\\d", "a region of AWS");
  }

  /** Every name that the program puts into DNS has to be in the one zone. */
  private static String zone(Keys keys, String api, String mail, String pages) {
    if (api.isEmpty() && mail.isEmpty() && pages.isEmpty()) {
      return "";
    }
    String first = api.isEmpty() ? pages : api;
    Setting zone =
        keys.of("hostedZoneName", "example.com")
            .orElse(first.isEmpty() ? mail : first.substring(first.indexOf('.') + 1));
    String hostedZone = zone.matching(HOST, "a domain of two labels or more");
    for (String name : new String[] {api, mail, pages}) {
      if (!name.isEmpty() && !("." + name).endsWith("." + hostedZone)) {
        throw zone.refused("%s or a domain above it".formatted(name));
      }
    }
    return hostedZone;
  }
}
