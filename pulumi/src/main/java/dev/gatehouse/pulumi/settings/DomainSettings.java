package dev.gatehouse.pulumi.settings;

import java.util.stream.Stream;

/**
 * The custom domain of the API and the hosted zone of all names of the stack.
 *
 * @param name blank if the API has no custom domain
 * @param hostedZone blank if the stack has no name in DNS
 * @param edge whether the endpoint is edge-optimized: behind CloudFront, with a certificate in
 *     us-east-1
 * @param region the region of the stack
 */
public record DomainSettings(String name, String hostedZone, boolean edge, String region) {
  /** The pattern of a label of a host name. */
  static final String LABEL = "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?";

  /** The pattern of a host name of two labels or more. */
  static final String HOST = LABEL + "(\\." + LABEL + ")+";

  /** The only region from which CloudFront takes certificates. */
  public static final String CLOUDFRONT_CERTIFICATE_REGION = "us-east-1";

  static DomainSettings of(SettingReader reader, SenderSettings sender, HostedUiSettings hostedUi) {
    boolean custom = reader.of("customDomain", "true").flag();
    Setting name = reader.of("domainName", "api.example.com");
    if (!custom && name.isSet()) {
      throw new SettingInvalid(
          "%s is %s, but customDomain is false: pulumi config rm domainName"
              .formatted(name.key(), name.value()));
    }
    String host = custom ? name.matching(HOST, "a host name in lower case") : "";
    boolean edge = reader.of("endpointType", "REGIONAL").oneOf("REGIONAL", "EDGE").equals("EDGE");
    return new DomainSettings(
        host, zone(reader, host, sender.managedDomain(), hostedUi.host()), edge, region(reader));
  }

  /** Returns a sentence for each setting that is missing. */
  static Stream<String> missing(SettingReader reader) {
    Setting name = reader.of("domainName", "api.example.com");
    boolean custom = !reader.of("customDomain", "").value().equals("false");
    return custom && !name.isSet()
        ? Stream.of(name.missing() + ", or pulumi config set customDomain false")
        : Stream.empty();
  }

  /** Returns whether the API has a custom domain. */
  public boolean isCustom() {
    return !name.isEmpty();
  }

  /** Returns the region of the certificate of the API's domain. */
  public String certificateRegion() {
    return edge ? CLOUDFRONT_CERTIFICATE_REGION : region;
  }

  static String region(SettingReader reader) {
    return reader
        .full("aws:region", "aws:region us-east-1")
        .matching("[a-z]{2}(-[a-z]+)+-\\d", "a region of AWS");
  }

  /** Returns the hosted zone, which must contain every name of the stack. */
  private static String zone(SettingReader reader, String api, String mail, String hostedUi) {
    if (api.isEmpty() && mail.isEmpty() && hostedUi.isEmpty()) {
      return "";
    }
    String first = api.isEmpty() ? hostedUi : api;
    Setting zone =
        reader
            .of("hostedZoneName", "example.com")
            .orElse(first.isEmpty() ? mail : first.substring(first.indexOf('.') + 1));
    String hostedZone = zone.matching(HOST, "a domain of two labels or more");
    for (String name : new String[] {api, mail, hostedUi}) {
      if (!name.isEmpty() && !("." + name).endsWith("." + hostedZone)) {
        throw zone.invalid("%s or one of its parent domains".formatted(name));
      }
    }
    return hostedZone;
  }
}
