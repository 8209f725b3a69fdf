package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import com.pulumi.resources.Resource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate for one name, validated through DNS.
 *
 * @param resource the name of the resource
 * @param arn the ARN, which resolves once the certificate is issued
 */
public record DnsValidatedCertificate(String resource, String region, Output<String> arn) {

  /**
   * Requests a certificate.
   *
   * @param regions the regions of the stack, in one of which the certificate is
   * @param parent the component of the certificate and of its validation record
   */
  public static DnsValidatedCertificate of(
      String resource,
      String name,
      HostedZone zone,
      Regions regions,
      String region,
      Resource parent) {
    CustomResourceOptions inRegion = regions.inside(parent, region);
    Certificate certificate =
        new Certificate(
            resource,
            CertificateArgs.builder().domainName(name).validationMethod("DNS").build(),
            inRegion);
    Record record =
        zone.validation(
            resource + "-validation",
            option(certificate, CertificateDomainValidationOption::resourceRecordName),
            option(certificate, CertificateDomainValidationOption::resourceRecordValue),
            CustomResourceOptions.builder().parent(parent).build());
    CertificateValidation validation =
        new CertificateValidation(
            resource,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                .build(),
            inRegion);
    return new DnsValidatedCertificate(resource, region, validation.certificateArn());
  }

  private static Output<String> option(
      Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
    return certificate
        .domainValidationOptions()
        .applyValue(options -> part.apply(options.get(0)).orElseThrow());
  }
}
