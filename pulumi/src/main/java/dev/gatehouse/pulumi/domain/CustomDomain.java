package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.apigateway.BasePathMapping;
import com.pulumi.aws.apigateway.BasePathMappingArgs;
import com.pulumi.aws.apigateway.DomainName;
import com.pulumi.aws.apigateway.DomainNameArgs;
import com.pulumi.aws.apigateway.Stage;
import com.pulumi.aws.apigateway.inputs.DomainNameEndpointConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.DomainSettings;
import java.util.Map;

/** The custom domain name of the API, with its certificate and its DNS record. */
public final class CustomDomain extends ComponentResource {
  private static final String NAME = "custom-domain";

  private final DnsValidatedCertificate certificate;

  /** Declares the domain name and maps it to a stage. */
  public CustomDomain(
      DomainSettings settings,
      HostedZone zone,
      Regions regions,
      Output<String> restApiId,
      Stage stage) {
    super("gatehouse:aws:CustomDomain", NAME);
    this.certificate =
        DnsValidatedCertificate.of(
            NAME, settings.name(), zone, regions, settings.certificateRegion(), this);
    DomainName domain = new DomainName(NAME, args(settings, certificate), inside());
    new BasePathMapping(
        NAME,
        BasePathMappingArgs.builder()
            .domainName(domain.domainName())
            .restApi(restApiId)
            .stageName(stage.stageName())
            .build(),
        inside());
    zone.alias(NAME, settings.name(), target(settings, domain), inside());
    registerOutputs(Map.of("url", Output.of("https://" + settings.name())));
  }

  /** Returns the certificate of the domain. */
  public DnsValidatedCertificate certificate() {
    return certificate;
  }

  private static DomainNameArgs args(DomainSettings settings, DnsValidatedCertificate certificate) {
    DomainNameArgs.Builder args =
        DomainNameArgs.builder()
            .domainName(settings.name())
            .endpointConfiguration(
                DomainNameEndpointConfigurationArgs.builder()
                    .types(settings.edge() ? "EDGE" : "REGIONAL")
                    .build())
            .securityPolicy("TLS_1_2");
    return settings.edge()
        ? args.certificateArn(certificate.arn()).build()
        : args.regionalCertificateArn(certificate.arn()).build();
  }

  private static HostedZone.AliasTarget target(DomainSettings settings, DomainName domain) {
    return settings.edge()
        ? new HostedZone.AliasTarget(domain.cloudfrontDomainName(), domain.cloudfrontZoneId())
        : new HostedZone.AliasTarget(domain.regionalDomainName(), domain.regionalZoneId());
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
