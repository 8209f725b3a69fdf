package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.LambdaStarter;
import java.time.Duration;
import java.util.Optional;

/** Calls a pool's functions and turns what went wrong into Cognito's errors. */
public final class Triggers {
  private static final String PRINCIPAL = "cognito-idp.amazonaws.com";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 3;

  private final LambdaStarter lambda;

  /** Takes what runs the functions. */
  public Triggers(LambdaStarter lambda) {
    this.lambda = lambda;
  }

  /**
   * Calls the function of this trigger; returns the event that came back, or nothing if not set.
   */
  Optional<JsonObject> call(Trigger trigger, UserPool pool, TriggerEvent event) {
    return pool.settings()
        .trigger(trigger)
        .map(arn -> recognise(trigger, answer(trigger, pool, arn, event.json(pool))));
  }

  /** Has the function of this trigger run on its own; says only if it may not be called at all. */
  void start(Trigger trigger, UserPool pool, String event) {
    String arn = pool.settings().trigger(trigger).orElseThrow();
    switch (lambda.start(arn, PRINCIPAL, pool.arn(), event)) {
      case Invocation.Denied denied -> throw unexpected(trigger, "AccessDeniedException.");
      case Invocation.NotFound missing -> throw unexpected(trigger, "ResourceNotFoundException.");
      default -> {
        // What becomes of it stands in the function's log; nobody waits for a custom sender.
      }
    }
  }

  private String answer(Trigger trigger, UserPool pool, String arn, String event) {
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      switch (lambda.invoke(arn, PRINCIPAL, pool.arn(), event, PATIENCE)) {
        case Invocation.Answered answered -> {
          return answered.payload();
        }
        case Invocation.Failed failed ->
            throw new CognitoError(
                "UserLambdaValidationException",
                trigger.awsName() + " failed with error " + failed.errorMessage() + ".");
        case Invocation.Denied denied -> throw unexpected(trigger, "AccessDeniedException.");
        case Invocation.NotFound missing -> throw unexpected(trigger, "ResourceNotFoundException.");
        case Invocation.GivenUp givenUp -> {
          // Cognito asks again, so a function may run up to three times for one call.
        }
      }
    }
    throw unexpected(trigger, "Socket timeout while invoking Lambda function.");
  }

  private static JsonObject recognise(Trigger trigger, String payload) {
    JsonElement answer;
    try {
      answer = Json.parse(payload);
    } catch (JsonParseException e) {
      throw CognitoError.invalidLambdaResponse("Invalid lambda function output : Invalid JSON");
    }
    if (!(answer instanceof JsonObject event)) {
      throw CognitoError.invalidLambdaResponse("Invalid lambda function output : Invalid JSON");
    }
    // Nothing is expected of PostConfirmation, and Java's event class drops its empty response.
    boolean complete =
        trigger == Trigger.POST_CONFIRMATION || event.get("response") instanceof JsonObject;
    if (!complete || !(event.get("request") instanceof JsonObject)) {
      throw unrecognizable();
    }
    return event;
  }

  static CognitoError unrecognizable() {
    return CognitoError.invalidLambdaResponse("Unrecognizable lambda output");
  }

  private static CognitoError unexpected(Trigger trigger, String error) {
    return new CognitoError(
        "UnexpectedLambdaException",
        trigger.awsName() + " invocation failed due to error " + error);
  }
}
