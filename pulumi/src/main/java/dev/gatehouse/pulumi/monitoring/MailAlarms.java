package dev.gatehouse.pulumi.monitoring;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The alarms for mails. */
final class MailAlarms {
  private MailAlarms() {}

  static void add(
      MetricAlarms alarms,
      StackConfig config,
      Resource parent,
      SesIdentity identity,
      Output<String> arn) {
    if (config.sender().byFunction()) {
      alarms.add(parent, notSent(config));
    }
    // CloudWatch of one region has no metrics of another region's mails.
    if (!identity.isIn(config.domain().region())) {
      return;
    }
    alarms.add(parent, bounces());
    alarms.add(parent, complaints());
    if (identity.hasConfigurationSet()) {
      SuppressionAlarms.declareEvents(config, parent, identity.configurationSet(), arn);
      alarms.add(parent, SuppressionAlarms.alarm(config));
    }
  }

  /** Lambda retries twice, and the retry cures most. */
  private static Alarm notSent(StackConfig config) {
    Metric notSent = Metric.ofFunctions(config, "MailsNotSent");
    return Alarm.page(
        "mails-not-sent",
        "Custom email sender fails to send one code in ten or more: its log group has the reason"
            + " as a code.",
        Measure.of(notSent).percentOf(notSent, Metric.ofFunctions(config, "MailsSent")),
        10,
        Evaluation.TWO_OF_THREE);
  }

  /** The threshold is the rate at which AWS reviews an account; it stops mails at twice that. */
  private static Alarm bounces() {
    return Alarm.page(
        "mail-bounces",
        "One mail in twenty of the account bounces, the rate at which AWS reviews it.",
        Measure.of(Metric.of("AWS/SES", "Reputation.BounceRate", "Average")),
        0.05,
        Evaluation.ONE_HOUR);
  }

  /** The threshold is the rate at which AWS reviews an account; it stops mails at five times. */
  private static Alarm complaints() {
    return Alarm.page(
        "mail-complaints",
        "One mail in a thousand of the account gets a complaint, the rate at which AWS reviews it.",
        Measure.of(Metric.of("AWS/SES", "Reputation.ComplaintRate", "Average")),
        0.001,
        Evaluation.ONE_HOUR);
  }
}
