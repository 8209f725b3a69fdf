package dev.gatehouse.pulumi.monitoring;

import com.pulumi.resources.Resource;
import dev.gatehouse.pulumi.firewall.Firewall;
import dev.gatehouse.pulumi.monitoring.Alarm.Evaluation;
import dev.gatehouse.pulumi.settings.StackConfig;

/** The alarms for requests that web ACLs block. */
final class FirewallAlarms {
  private FirewallAlarms() {}

  static void add(MetricAlarms alarms, StackConfig config, Resource parent) {
    if (config.firewall().apiRate() > 0) {
      alarms.add(parent, blocked(config, Firewall.API, "the API"));
    }
    if (config.firewall().userPoolRate() > 0) {
      alarms.add(parent, blocked(config, Firewall.USER_POOL, "the user pool"));
    }
  }

  private static Alarm blocked(StackConfig config, String webAcl, String what) {
    Metric blocked = metric(config, webAcl, "BlockedRequests");
    return Alarm.ticket(
        webAcl + "-requests-blocked",
        "The firewall blocks one request in twenty to %s: an attack, or a rule that blocks users."
            .formatted(what),
        // Neither exists while nothing is blocked, or nothing allowed.
        Measure.of(blocked).percentOf(blocked, metric(config, webAcl, "AllowedRequests")),
        5,
        Evaluation.TWO_OF_THREE);
  }

  private static Metric metric(StackConfig config, String webAcl, String name) {
    return Metric.of("AWS/WAFV2", name, "Sum")
        .by("Region", config.domain().region())
        .by("Rule", "ALL")
        .by("WebACL", config.named(webAcl));
  }
}
