package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.domain.DnsValidatedCertificate;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;

/** The alarms for certificates that ACM does not renew, in the regions of the certificates. */
final class CertificateAlarms {
  /** ACM begins to renew 60 days before the end, so that a month has failed. */
  private static final int DAYS = 30;

  /** ACM publishes the days twice a day. */
  private static final Evaluation HALF_A_DAY = new Evaluation(12 * 3600, 1, 1);

  private CertificateAlarms() {}

  static void add(MetricAlarms alarms, Resource parent, DnsValidatedCertificate certificate) {
    Metric days = Metric.of("AWS/CertificateManager", "DaysToExpiry", "Minimum");
    Alarm alarm =
        Alarm.ticket(
                certificate.resource() + "-certificate-expires",
                "A certificate ends within a month and is not renewed: look for its validation"
                    + " record in the hosted zone.",
                Measure.of(days),
                DAYS,
                HALF_A_DAY)
            .belowOrUnchanged();
    alarms
        .in(certificate.region())
        .add(
            parent,
            alarm,
            certificate.arn().applyValue(arn -> Measure.of(days.by("CertificateArn", arn))));
  }
}
