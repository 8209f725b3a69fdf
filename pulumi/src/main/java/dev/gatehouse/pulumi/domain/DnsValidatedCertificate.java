package dev.gatehouse.pulumi.domain;

import com.pulumi.aws.acm.Certificate;
import com.pulumi.aws.acm.CertificateArgs;
import com.pulumi.aws.acm.CertificateValidation;
import com.pulumi.aws.acm.CertificateValidationArgs;
import com.pulumi.aws.acm.outputs.CertificateDomainValidationOption;
import com.pulumi.aws.route53.Record;
import com.pulumi.core.Output;
import com.pulumi.resources.CustomResourceOptions;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A certificate for one name, validated through DNS.
 *
 * @param arn the ARN, which resolves once the certificate is issued
 */
public record DnsValidatedCertificate(Output<String> arn) {

  /**
   * Requests a certificate.
   *
   * @param certificateOptions options of the certificate, which may be in another region
   * @param recordOptions options of the validation record
   */
  public static DnsValidatedCertificate of(
      String resource,
      String name,
      HostedZone zone,
      CustomResourceOptions certificateOptions,
      CustomResourceOptions recordOptions) {
    Certificate certificate =
        new Certificate(
            resource,
            CertificateArgs.builder().domainName(name).validationMethod("DNS").build(),
            certificateOptions);
    Record record =
        zone.validation(
            resource + "-validation",
            option(certificate, CertificateDomainValidationOption::resourceRecordName),
            option(certificate, CertificateDomainValidationOption::resourceRecordValue),
            recordOptions);
    CertificateValidation validation =
        new CertificateValidation(
            resource,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(record.fqdn().applyValue(List::of))
                .build(),
            certificateOptions);
    return new DnsValidatedCertificate(validation.certificateArn());
  }

  private static Output<String> option(
      Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
    return certificate
        .domainValidationOptions()
        .applyValue(options -> part.apply(options.get(0)).orElseThrow());
  }
}
