package dev.gatehouse.local.lambda.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.lambda.invoke.EventInvokeConfig;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanInvalid;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventInvokeConfigsTest {

  private static Plan plan(String inputs) {
    JsonObject json = JsonParser.parseString(inputs).getAsJsonObject();
    return new Plan(
        "gatehouse",
        "local",
        List.of(
            new Resource(
                "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
                "config",
                "urn:config",
                "",
                List.of(),
                false,
                json,
                json)),
        new JsonObject());
  }

  private static EventInvokeConfig config(Plan plan, String name) {
    return EventInvokeConfigs.of(plan).of(FunctionName.parse(name).orElseThrow());
  }

  @Test
  void configurationAppliesToItsAliasOnly() {
    Plan plan =
        plan(
            "{functionName: f, qualifier: live, maximumEventAgeInSeconds: 60.0,"
                + " maximumRetryAttempts: 1.0}");
    assertThat(config(plan, "arn:aws:lambda:us-east-1:000000000000:function:f:live"))
        .isEqualTo(new EventInvokeConfig(Duration.ofMinutes(1), 1));
    assertThat(config(plan, "f")).isEqualTo(EventInvokeConfig.DEFAULT);
    assertThat(config(plan, "g:live")).isEqualTo(EventInvokeConfig.DEFAULT);
  }

  @Test
  void configurationWithoutQualifierAppliesToTheLatestVersion() {
    Plan plan = plan("{functionName: f, maximumRetryAttempts: 0}");
    assertThat(config(plan, "f"))
        .isEqualTo(new EventInvokeConfig(EventInvokeConfig.DEFAULT.maximumAge(), 0));
    assertThat(config(plan, "f:live")).isEqualTo(EventInvokeConfig.DEFAULT);
  }

  @Test
  void destinationIsRefused() {
    Plan plan = plan("{functionName: f, destinationConfig: {onFailure: {destination: queue}}}");
    assertThatThrownBy(() -> EventInvokeConfigs.of(plan))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageContaining("destinationConfig");
  }
}
