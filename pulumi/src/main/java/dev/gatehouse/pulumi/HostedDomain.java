package dev.gatehouse.pulumi;

import com.pulumi.aws.cognito.UserPoolDomain;
import com.pulumi.aws.cognito.UserPoolDomainArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/** Is a name of the stack's own for Cognito's pages, with its certificate and its DNS record. */
final class HostedDomain extends ComponentResource {
  private static final String NAME = "pages";

  private HostedDomain(
      String host, Zone zone, CloudFrontRegion cloudFront, SignUpPool pool, List<Resource> after) {
    super("gatehouse:aws:HostedDomain", NAME);
    CustomResourceOptions inside = CustomResourceOptions.builder().parent(this).build();
    ValidCertificate certificate =
        ValidCertificate.of(NAME, host, zone, cloudFront.inside(this), inside);
    UserPoolDomain domain =
        new UserPoolDomain(
            NAME,
            args(host, pool).certificateArn(certificate.arn()).build(),
            // Cognito wants the name above to lead somewhere, which the API's may be.
            CustomResourceOptions.builder().parent(this).dependsOn(after).build());
    zone.alias(
        NAME,
        host,
        new Zone.Target(domain.cloudfrontDistribution(), domain.cloudfrontDistributionZoneId()),
        inside);
    registerOutputs(Map.of("url", Output.of("https://" + host)));
  }

  /** Gives the pages a name, and returns their address. */
  static Output<String> of(
      StackConfig config,
      Zone zone,
      CloudFrontRegion cloudFront,
      SignUpPool pool,
      List<Resource> after) {
    String host = config.hostedPages().host();
    if (!host.isEmpty()) {
      new HostedDomain(host, zone, cloudFront, pool, after);
      return Output.of("https://" + host);
    }
    String prefix = config.hostedPages().prefix();
    new UserPoolDomain(NAME, args(prefix, pool).build());
    return Output.of(
        "https://%s.auth.%s.amazoncognito.com".formatted(prefix, config.domain().region()));
  }

  private static UserPoolDomainArgs.Builder args(String domain, SignUpPool pool) {
    return UserPoolDomainArgs.builder().domain(domain).userPoolId(pool.id());
  }
}
