package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.domain.DnsValidatedCertificate;
import dev.gatehouse.pulumi.domain.Regions;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/** The alarms and the dashboard of the stack. */
public final class Monitoring extends ComponentResource {
  private static final String NAME = "monitoring";

  /** The parts of the stack that have alarms of their own. */
  public record Monitored(
      SignUpUserPool pool,
      SesIdentity identity,
      List<JavaFunction> functions,
      List<DnsValidatedCertificate> certificates) {
    /** Copies the lists. */
    public Monitored {
      functions = List.copyOf(functions);
      certificates = List.copyOf(certificates);
    }
  }

  private Monitoring(StackConfig config, Regions regions, Monitored monitored) {
    super("gatehouse:aws:Monitoring", NAME);
    MetricAlarms alarms = new MetricAlarms(config, regions, this);
    monitored.functions().forEach(function -> FunctionAlarms.add(alarms, config, function));
    CognitoAlarms.add(alarms, config, this, monitored.pool());
    ServiceAlarms.add(alarms, config, this);
    MailAlarms.add(alarms, config, this, monitored.identity(), monitored.pool().arn());
    monitored
        .certificates()
        .forEach(certificate -> CertificateAlarms.add(alarms, this, certificate));
    CanaryAlarms.add(alarms, config, this);
    dashboard(config, monitored, alarms.arns());
    registerOutputs(Map.of());
  }

  /** Declares alarms and dashboard, or nothing if the stack has none. */
  public static void of(StackConfig config, Regions regions, Monitored monitored) {
    if (config.monitoring().alarms()) {
      new Monitoring(config, regions, monitored);
    }
  }

  private void dashboard(StackConfig config, Monitored monitored, Output<List<String>> alarmArns) {
    List<String> functions = monitored.functions().stream().map(JavaFunction::name).toList();
    Output<String> body =
        Output.tuple(monitored.pool().arn(), monitored.pool().clientId(), alarmArns)
            .applyValue(it -> new DashboardBody(config, functions).json(it.t1, it.t2, it.t3));
    new Dashboard(
        NAME,
        DashboardArgs.builder().dashboardName(config.named(NAME)).dashboardBody(body).build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
