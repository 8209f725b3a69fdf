package dev.gatehouse.pulumi.monitoring;

import com.pulumi.aws.cloudwatch.Dashboard;
import com.pulumi.aws.cloudwatch.DashboardArgs;
import com.pulumi.core.Output;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.CustomResourceOptions;
import dev.gatehouse.pulumi.cognito.SignUpUserPool;
import dev.gatehouse.pulumi.functions.JavaFunction;
import dev.gatehouse.pulumi.mail.SesIdentity;
import dev.gatehouse.pulumi.settings.StackConfig;
import java.util.List;
import java.util.Map;

/** The alarms and the dashboard of the stack. */
public final class Monitoring extends ComponentResource {
  private static final String NAME = "monitoring";

  private Monitoring(
      StackConfig config, SignUpUserPool pool, SesIdentity identity, List<JavaFunction> functions) {
    super("gatehouse:aws:Monitoring", NAME);
    MetricAlarms alarms = new MetricAlarms(config, AlarmTopics.of(config, this));
    functions.forEach(function -> FunctionAlarms.add(alarms, config, function));
    ServiceAlarms.add(alarms, config, this, pool);
    MailAlarms.add(alarms, config, this, identity, pool.arn());
    dashboard(config, pool, functions.stream().map(JavaFunction::name).toList(), alarms.arns());
    registerOutputs(Map.of());
  }

  /** Declares alarms and dashboard, or nothing if the stack has none. */
  public static void of(
      StackConfig config, SignUpUserPool pool, SesIdentity identity, List<JavaFunction> functions) {
    if (config.monitoring().alarms()) {
      new Monitoring(config, pool, identity, functions);
    }
  }

  private void dashboard(
      StackConfig config,
      SignUpUserPool pool,
      List<String> functions,
      Output<List<String>> alarmArns) {
    Output<String> body =
        Output.tuple(pool.arn(), pool.clientId(), alarmArns)
            .applyValue(it -> new DashboardBody(config, functions).json(it.t1, it.t2, it.t3));
    new Dashboard(
        NAME,
        DashboardArgs.builder().dashboardName(config.named(NAME)).dashboardBody(body).build(),
        CustomResourceOptions.builder().parent(this).build());
  }
}
