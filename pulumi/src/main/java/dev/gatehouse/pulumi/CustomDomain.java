package dev.gatehouse.pulumi;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.apigateway.BasePathMapping;
import com.pulumi.aws.apigateway.BasePathMappingArgs;
import com.pulumi.aws.apigateway.DomainName;
import com.pulumi.aws.apigateway.DomainNameArgs;
import com.pulumi.aws.apigateway.inputs.DomainNameEndpointConfigurationArgs;
import com.pulumi.aws.route53.Record;
import com.pulumi.aws.route53.RecordArgs;
import com.pulumi.aws.route53.Route53Functions;
import com.pulumi.aws.route53.inputs.GetZoneArgs;
import com.pulumi.aws.route53.inputs.RecordAliasArgs;
import com.pulumi.aws.route53.outputs.GetZoneResult;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Is the name under which people find the API, with its certificate and its DNS records. */
final class CustomDomain extends ComponentResource {
  private static final String NAME = "domain";

  private final String name;
  private final Output<String> zoneId;

  CustomDomain(StackConfig config, HttpApi http) {
    super("gatehouse:aws:CustomDomain", NAME);
    this.name = config.domain().name();
    this.zoneId =
        Route53Functions.getZone(GetZoneArgs.builder().name(config.domain().hostedZone()).build())
            .applyValue(GetZoneResult::zoneId);
    DomainName domain = domain(valid(certificate()));
    new BasePathMapping(
        NAME,
        BasePathMappingArgs.builder()
            .domainName(domain.domainName())
            .restApi(http.api().id())
            .stageName(http.stage().stageName())
            .build(),
        inside());
    pointTo(domain);
    registerOutputs(Map.of("url", url()));
  }

  Output<String> url() {
    return Output.of("https://" + name);
  }

  private Certificate certificate() {
    return new Certificate(
        NAME, CertificateArgs.builder().domainName(name).validationMethod("DNS").build(), inside());
  }

  /** Returns the certificate's ARN once it is issued; before, API Gateway would refuse it. */
  private Output<String> valid(Certificate certificate) {
    Record proof =
        new Record(
            "domain-proof",
            RecordArgs.builder()
                .zoneId(zoneId)
                .name(proof(certificate, CertificateDomainValidationOption::resourceRecordName))
                .type("CNAME")
                .records(
                    proof(certificate, CertificateDomainValidationOption::resourceRecordValue)
                        .applyValue(List::of))
                .ttl(60)
                // It is the same record for each certificate of this name, and may be there.
                .allowOverwrite(true)
                .build(),
            inside());
    return new CertificateValidation(
            NAME,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(proof.fqdn().applyValue(List::of))
                .build(),
            inside())
        .certificateArn();
  }

  private static Output<String> proof(
      Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
    return certificate
        .domainValidationOptions()
        .applyValue(options -> part.apply(options.get(0)).orElseThrow());
  }

  private DomainName domain(Output<String> certificateArn) {
    return new DomainName(
        NAME,
        DomainNameArgs.builder()
            .domainName(name)
            .regionalCertificateArn(certificateArn)
            .endpointConfiguration(
                // An edge domain would need its certificate in us-east-1, wherever the stack is.
                DomainNameEndpointConfigurationArgs.builder().types("REGIONAL").build())
            .securityPolicy("TLS_1_2")
            .build(),
        inside());
  }

  private void pointTo(DomainName domain) {
    new Record(
        NAME,
        RecordArgs.builder()
            .zoneId(zoneId)
            .name(name)
            .type("A")
            .aliases(
                RecordAliasArgs.builder()
                    .name(domain.regionalDomainName())
                    .zoneId(domain.regionalZoneId())
                    .evaluateTargetHealth(false)
                    .build())
            .build(),
        inside());
  }

  private CustomResourceOptions inside() {
    return CustomResourceOptions.builder().parent(this).build();
  }
}
