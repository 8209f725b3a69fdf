package dev.gatehouse.local.lambda.registry;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The functions that the user pools of a plan call, by whether a sign-up waits for them. */
public final class PoolTriggers {

  private static final Set<String> OF_SIGN_UP =
      Set.of("preSignUp", "customMessage", "customEmailSender");

  private final Set<String> ofSignUp = new HashSet<>();
  private final Set<String> later = new HashSet<>();

  /** Creates the triggers of a plan. */
  public PoolTriggers(Plan plan) {
    for (Resource pool : plan.ofType("aws:cognito/userPool:UserPool")) {
      for (Map.Entry<String, JsonElement> trigger : pool.object("lambdaConfig").entrySet()) {
        Set<String> functions = OF_SIGN_UP.contains(trigger.getKey()) ? ofSignUp : later;
        function(trigger.getValue()).ifPresent(found -> functions.add(found.name()));
      }
    }
  }

  /** Returns whether a sign-up calls the function as a trigger. */
  public boolean isOfSignUp(LambdaVersion version) {
    return ofSignUp.contains(version.function().name());
  }

  /** Returns whether only what comes after a sign-up calls the function, as a trigger. */
  public boolean isLater(LambdaVersion version) {
    return later.contains(version.function().name()) && !isOfSignUp(version);
  }

  /** Returns the function of a trigger, which some name within an object. */
  private static Optional<FunctionName> function(JsonElement trigger) {
    JsonElement arn =
        trigger instanceof JsonObject versioned ? versioned.get("lambdaArn") : trigger;
    return arn != null && arn.isJsonPrimitive()
        ? FunctionName.parse(arn.getAsString())
        : Optional.empty();
  }
}
