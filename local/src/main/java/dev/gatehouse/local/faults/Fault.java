package dev.gatehouse.local.faults;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.gatehouse.local.awsjson.Json;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A fault of a service's operations or of a function.
 *
 * @param service the name of the service in signatures, {@code api} or {@code *}; empty for a
 *     function
 * @param operation the operation, or the path of the API; {@code *} for every one
 * @param function the name of the function or its end; empty for a service
 * @param error the error's name, empty if the effect is no error
 * @param delay how long a delay or a slow start takes
 * @param share the share of the calls that are hit, above 0 and up to 1
 * @param times how many calls are hit at most, 0 for no limit
 */
public record Fault(
    String service,
    String operation,
    String function,
    FaultEffect effect,
    String error,
    Duration delay,
    double share,
    int times) {

  /** The services that a fault may name; {@code *} is all of them but the API. */
  public static final List<String> SERVICES =
      List.of("cognito-idp", "dynamodb", "kms", "lambda", "ses", "sqs", "sts", "api", "*");

  private static final Set<String> MEMBERS =
      Set.of(
          "service", "operation", "function", "effect", "error", "delayMillis", "share", "times");
  private static final int LONGEST_DELAY = 900_000;

  /** Reads a fault; throws {@link IllegalArgumentException} with what is wrong. */
  public static Fault parse(JsonElement json) {
    if (!(json instanceof JsonObject object)) {
      throw new IllegalArgumentException("A fault is an object.");
    }
    object.keySet().stream()
        .filter(name -> !MEMBERS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new IllegalArgumentException(
                  "A fault has no member %s; it has %s."
                      .formatted(name, String.join(", ", MEMBERS.stream().sorted().toList())));
            });
    return new Fault(
            text(object, "service", ""),
            text(object, "operation", "*"),
            text(object, "function", ""),
            effect(object),
            text(object, "error", ""),
            Duration.ofMillis((long) number(object, "delayMillis", 0, 0, LONGEST_DELAY)),
            number(object, "share", 1, 0, 1),
            (int) number(object, "times", 0, 0, 1_000_000))
        .checked();
  }

  private static FaultEffect effect(JsonObject object) {
    return FaultEffect.of(text(object, "effect", ""))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "effect is one of " + String.join(", ", FaultEffect.jsonNames()) + "."));
  }

  private Fault checked() {
    require(service.isEmpty() != function.isEmpty(), "A fault has either a service or a function.");
    require(
        service.isEmpty() || SERVICES.contains(service),
        "service is one of " + String.join(", ", SERVICES) + ".");
    require(
        effect.isOf(!function.isEmpty()),
        "The effect %s is none of a %s."
            .formatted(effect.jsonName(), function.isEmpty() ? "service" : "function"));
    require(
        (effect == FaultEffect.ERROR) != error.isEmpty(),
        "The effect error, and no other, has an error: throttling, 500, AccessDenied or the name"
            + " of an error.");
    require(
        (effect == FaultEffect.DELAY || effect == FaultEffect.SLOW_START) != delay.isZero(),
        "The effects delay and slow-start, and no other, have delayMillis from 1 to 900000.");
    require(share > 0, "share is above 0 and up to 1.");
    return this;
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }

  private static String text(JsonObject object, String name, String missing) {
    JsonElement value = object.get(name);
    if (value == null) {
      return missing;
    }
    require(value instanceof JsonPrimitive text && text.isString(), name + " is a string.");
    return value.getAsString();
  }

  private static double number(
      JsonObject object, String name, double missing, double min, double max) {
    JsonElement value = object.get(name);
    if (value == null) {
      return missing;
    }
    require(
        value instanceof JsonPrimitive number
            && number.isNumber()
            && number.getAsDouble() >= min
            && number.getAsDouble() <= max,
        name + " is a number from " + (long) min + " to " + (long) max + ".");
    return value.getAsDouble();
  }

  /** Returns the fault as JSON, with every member that has a meaning. */
  public JsonObject json() {
    JsonObject json =
        function.isEmpty()
            ? Json.object("service", service, "operation", operation)
            : Json.object("function", function);
    json.addProperty("effect", effect.jsonName());
    if (!error.isEmpty()) {
      json.addProperty("error", error);
    }
    if (!delay.isZero()) {
      json.addProperty("delayMillis", delay.toMillis());
    }
    json.addProperty("share", share);
    json.addProperty("times", times);
    return json;
  }

  boolean hitsOperation(String calledService, String calledOperation) {
    return (service.equals(calledService) || (service.equals("*") && !calledService.equals("api")))
        && (operation.equals("*") || operation.equals(calledOperation));
  }

  boolean hitsFunction(String name) {
    return !function.isEmpty() && (name.equals(function) || name.endsWith("-" + function));
  }
}
