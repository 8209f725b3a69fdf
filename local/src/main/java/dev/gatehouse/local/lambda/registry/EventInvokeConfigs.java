package dev.gatehouse.local.lambda.registry;

import dev.gatehouse.local.lambda.invoke.EventInvokeConfig;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The configurations of asynchronous invocations, by {@code function:qualifier}. */
public record EventInvokeConfigs(Map<String, EventInvokeConfig> configs) {

  private static final String TYPE =
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";

  private static final Set<String> INPUTS =
      Set.of(
          "functionName",
          "qualifier",
          "maximumEventAgeInSeconds",
          "maximumRetryAttempts",
          "region");

  /** Returns those of a plan; throws {@code PlanInvalid} for one with a destination. */
  public static EventInvokeConfigs of(Plan plan) {
    Map<String, EventInvokeConfig> configs = new LinkedHashMap<>();
    EventInvokeConfig defaults = EventInvokeConfig.DEFAULT;
    for (Resource resource : plan.ofType(TYPE)) {
      resource.refuseUnsupported(resource.inputs(), INPUTS);
      FunctionName name =
          FunctionName.parse(resource.input("functionName"))
              .orElseThrow(() -> resource.refused("has a malformed functionName"));
      String qualifier = resource.optionalInput("qualifier").orElse(name.qualifierOrLatest());
      int seconds =
          resource
              .wholeInput("maximumEventAgeInSeconds")
              .orElse((int) defaults.maximumAge().toSeconds());
      configs.put(
          name.name() + ":" + qualifier,
          new EventInvokeConfig(
              Duration.ofSeconds(seconds),
              resource.wholeInput("maximumRetryAttempts").orElse(defaults.maximumRetries())));
    }
    return new EventInvokeConfigs(Map.copyOf(configs));
  }

  /** Returns the configuration for the name that an event is sent to, or Lambda's defaults. */
  public EventInvokeConfig of(FunctionName name) {
    return configs.getOrDefault(
        name.name() + ":" + name.qualifierOrLatest(), EventInvokeConfig.DEFAULT);
  }
}
