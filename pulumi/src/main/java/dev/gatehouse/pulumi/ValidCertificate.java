package dev.gatehouse.pulumi;

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
 * Is a certificate for one name, proved through DNS.
 *
 * @param arn known once it is issued; before, nobody would take it
 */
record ValidCertificate(Output<String> arn) {

  /**
   * Asks for a certificate.
   *
   * @param there where certificates are asked for, which may be another region
   * @param here where records are written
   */
  static ValidCertificate of(
      String resource,
      String name,
      Zone zone,
      CustomResourceOptions there,
      CustomResourceOptions here) {
    Certificate certificate =
        new Certificate(
            resource,
            CertificateArgs.builder().domainName(name).validationMethod("DNS").build(),
            there);
    Record proof =
        zone.proof(
            resource + "-proof",
            proof(certificate, CertificateDomainValidationOption::resourceRecordName),
            proof(certificate, CertificateDomainValidationOption::resourceRecordValue),
            here);
    CertificateValidation validation =
        new CertificateValidation(
            resource,
            CertificateValidationArgs.builder()
                .certificateArn(certificate.arn())
                .validationRecordFqdns(proof.fqdn().applyValue(List::of))
                .build(),
            there);
    return new ValidCertificate(validation.certificateArn());
  }

  private static Output<String> proof(
      Certificate certificate, Function<CertificateDomainValidationOption, Optional<String>> part) {
    return certificate
        .domainValidationOptions()
        .applyValue(options -> part.apply(options.get(0)).orElseThrow());
  }
}
