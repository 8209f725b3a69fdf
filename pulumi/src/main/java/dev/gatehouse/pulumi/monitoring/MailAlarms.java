package dev.gatehouse.pulumi.monitoring;

import com.pulumi.core.Output;
import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The alarms for mails. Those of SES's metrics are in the region of the identity. */
final class MailAlarms {
  /**
   * Half of the rates at which AWS reviews an account; it stops its mails at 10 and 0.5 percent.
   */
  private static final double BOUNCE_RATE = 0.05 / 2;

  private static final double COMPLAINT_RATE = 0.001 / 2;

  private MailAlarms() {}

  static void add(
      MetricAlarms alarms,
      StackConfig config,
      Resource parent,
      SesIdentity identity,
      Output<String> arn) {
    if (config.sender().byFunction()) {
      alarms.add(parent, notSent(config));
      alarms.add(parent, keyDisabled(config));
    }
    MetricAlarms inRegion = alarms.in(identity.region());
    rate(inRegion, parent, identity, bounces());
    rate(inRegion, parent, identity, complaints());
    SesEventAlarms.add(inRegion, config, parent, identity.configurationSet(), arn);
  }

  /** Measures the configuration set of the stack; another one may publish no rates. */
  private static void rate(
      MetricAlarms alarms, Resource parent, SesIdentity identity, Alarm ofAccount) {
    if (!identity.sender().hasOwnConfigurationSet()) {
      alarms.add(parent, ofAccount);
      return;
    }
    alarms.add(
        parent,
        ofAccount,
        identity
            .configurationSet()
            .applyValue(
                set -> Measure.of(ofAccount.measure().metric().by("ses:configuration-set", set))));
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

  private static Alarm keyDisabled(StackConfig config) {
    return Alarm.page(
        "codes-key-disabled",
        "The key of the codes is disabled or will be deleted: nobody gets a code until it is"
            + " enabled.",
        Measure.of(Metric.ofFunctions(config, "MailsNotSent").by("code", "KEY_DISABLED")),
        1,
        Evaluation.ONE_PERIOD);
  }

  private static Alarm bounces() {
    return Alarm.page(
        "mail-bounces",
        "One mail in forty bounces: at one in twenty AWS reviews the account, at one in ten it"
            + " stops the account's mail.",
        Measure.of(Metric.of("AWS/SES", "Reputation.BounceRate", "Average")),
        BOUNCE_RATE,
        Evaluation.ONE_HOUR);
  }

  private static Alarm complaints() {
    return Alarm.page(
        "mail-complaints",
        "One mail in two thousand gets a complaint: at one in a thousand AWS reviews the account,"
            + " at five it stops the account's mail.",
        Measure.of(Metric.of("AWS/SES", "Reputation.ComplaintRate", "Average")),
        COMPLAINT_RATE,
        Evaluation.ONE_HOUR);
  }
}
