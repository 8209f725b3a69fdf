package dev.gatehouse.pulumi;

import com.pulumi.aws.apigateway.BasePathMapping;
import com.pulumi.aws.apigateway.BasePathMappingArgs;
import com.pulumi.aws.apigateway.DomainName;
import com.pulumi.aws.apigateway.DomainNameArgs;
import com.pulumi.aws.apigateway.inputs.DomainNameEndpointConfigurationArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.Domain;
import java.util.Map;

/** Is the name under which people find the API, with its certificate and its DNS records. */
final class CustomDomain extends ComponentResource {
  private static final String NAME = "domain";

  CustomDomain(Domain config, Zone zone, CloudFrontRegion cloudFront, HttpApi http) {
    super("gatehouse:aws:CustomDomain", NAME);
    ValidCertificate certificate =
        ValidCertificate.of(
            NAME,
            config.name(),
            zone,
            config.edge() ? cloudFront.inside(this) : inside(),
            inside());
    DomainName domain = new DomainName(NAME, args(config, certificate), inside());
    new BasePathMapping(
        NAME,
        BasePathMappingArgs.builder()
            .domainName(domain.domainName())
            .restApi(http.api().id())
            .stageName(http.stage().stageName())
            .build(),
        inside());
    zone.alias(NAME, config.name(), target(config, domain), inside());
    registerOutputs(Map.of("url", Output.of("https://" + config.name())));
  }

  private static DomainNameArgs args(Domain config, ValidCertificate certificate) {
    DomainNameArgs.Builder args =
        DomainNameArgs.builder()
            .domainName(config.name())
            .endpointConfiguration(
                DomainNameEndpointConfigurationArgs.builder()
                    .types(config.edge() ? "EDGE" : "REGIONAL")
                    .build())
            .securityPolicy("TLS_1_2");
    return config.edge()
        ? args.certificateArn(certificate.arn()).build()
        : args.regionalCertificateArn(certificate.arn()).build();
  }

  private static Zone.Target target(Domain config, DomainName domain) {
    return config.edge()
        ? new Zone.Target(domain.cloudfrontDomainName(), domain.cloudfrontZoneId())
        : new Zone.Target(domain.regionalDomainName(), domain.regionalZoneId());
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
