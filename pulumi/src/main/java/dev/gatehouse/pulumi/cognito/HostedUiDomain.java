package dev.gatehouse.pulumi.cognito;

import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.domain.DnsValidatedCertificate;
import dev.gatehouse.pulumi.domain.HostedZone;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.settings.DomainSettings;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The custom domain of Cognito's hosted UI, with its certificate and its DNS record. */
public final class HostedUiDomain extends ComponentResource {
  private static final String NAME = "hosted-ui";

  private final DnsValidatedCertificate certificate;

  private HostedUiDomain(
      String host,
      HostedZone zone,
      Regions regions,
      Output<String> userPoolId,
      List<Resource> after) {
    super("gatehouse:aws:HostedUiDomain", NAME);
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(this).build();
    this.certificate =
        DnsValidatedCertificate.of(
            NAME, host, zone, regions, DomainSettings.CLOUDFRONT_CERTIFICATE_REGION, this);
    UserPoolDomain domain =
        new UserPoolDomain(
            NAME,
            args(host, userPoolId).certificateArn(certificate.arn()).build(),
            // Cognito requires an A record for the parent domain, which the API may provide.
            replacedInPlace().parent(this).dependsOn(after).build());
    zone.alias(
        NAME,
        host,
        new HostedZone.AliasTarget(
            domain.cloudfrontDistribution(), domain.cloudfrontDistributionZoneId()),
        inside);
    registerOutputs(Map.of("url", Output.of("https://" + host)));
  }

  /**
   * Declares the domain and returns its URL.
   *
   * @param after resources that must exist before
   * @param certificates receives the certificate of a custom domain
   */
  public static Output<String> of(
      StackConfig config,
      HostedZone zone,
      Regions regions,
      Output<String> userPoolId,
      List<Resource> after,
      Consumer<DnsValidatedCertificate> certificates) {
    String host = config.hostedUi().host();
    if (!host.isEmpty()) {
      certificates.accept(new HostedUiDomain(host, zone, regions, userPoolId, after).certificate);
      return Output.of("https://" + host);
    }
    String prefix = config.hostedUi().prefix();
    new UserPoolDomain(NAME, args(prefix, userPoolId).build(), replacedInPlace().build());
    return Output.of(
        "https://%s.auth.%s.amazoncognito.com".formatted(prefix, config.domain().region()));
  }

  private static UserPoolDomainArgs.Builder args(String domain, Output<String> userPoolId) {
    return UserPoolDomainArgs.builder().domain(domain).userPoolId(userPoolId);
  }

  /** A pool has one domain of a kind, so that the old one must go before the new one can come. */
  private static CustomResourceOptions.Builder replacedInPlace() {
    return CustomResourceOptions.builder().deleteBeforeReplace(true);
  }
}
