package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.settings.Trigger;
import dev.gatehouse.local.lambda.invoke.AsyncLambdaInvoker;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** The invocation of trigger functions, with Cognito's retries and errors. */
public final class TriggerInvoker {
  private static final String PRINCIPAL = "cognito-idp.amazonaws.com";
  private static final Duration TIMEOUT = Duration.ofSeconds(5);
  private static final int ATTEMPTS = 3;
  private static final Set<Trigger> WITHOUT_RESPONSE =
      Set.of(Trigger.POST_CONFIRMATION, Trigger.PRE_AUTHENTICATION, Trigger.POST_AUTHENTICATION);

  private final AsyncLambdaInvoker lambda;

  /** Creates an invoker. */
  public TriggerInvoker(AsyncLambdaInvoker lambda) {
    this.lambda = lambda;
  }

  /**
   * Invokes a trigger and returns the resulting event, or an empty Optional if it is not
   * configured.
   */
  Optional<JsonObject> invoke(Trigger trigger, UserPool pool, TriggerEvent event) {
    return pool.settings()
        .trigger(trigger)
        .map(arn -> parse(trigger, invokeWithRetries(trigger, pool, arn, event.json(pool))));
  }

  /** Invokes a trigger asynchronously; throws only if the invocation is not permitted. */
  void invokeAsync(Trigger trigger, UserPool pool, String event) {
    String arn = pool.settings().trigger(trigger).orElseThrow();
    switch (lambda.invokeAsync(arn, PRINCIPAL, pool.arn(), event)) {
      case InvocationResult.AccessDenied denied ->
          throw unexpected(trigger, "AccessDeniedException.");
      case InvocationResult.NotFound missing ->
          throw unexpected(trigger, "ResourceNotFoundException.");
      default -> {
        // The result of a custom sender is only in the function's log.
      }
    }
  }

  private String invokeWithRetries(Trigger trigger, UserPool pool, String arn, String event) {
    String error = "";
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      switch (lambda.invoke(arn, PRINCIPAL, pool.arn(), event, TIMEOUT)) {
        case InvocationResult.Succeeded succeeded -> {
          return succeeded.payload();
        }
        case InvocationResult.Failed failed ->
            throw new AwsException(
                "UserLambdaValidationException",
                trigger.awsName() + " failed with error " + failed.errorMessage() + ".");
        case InvocationResult.AccessDenied denied ->
            throw unexpected(trigger, "AccessDeniedException.");
        case InvocationResult.NotFound missing ->
            throw unexpected(trigger, "ResourceNotFoundException.");
        case InvocationResult.Throttled throttled -> error = "TooManyRequestsException.";
        case InvocationResult.TimedOut timedOut ->
            // Cognito retries, so a function may run up to three times for one operation.
            error = "Socket timeout while invoking Lambda function.";
      }
    }
    throw unexpected(trigger, error);
  }

  private static JsonObject parse(Trigger trigger, String payload) {
    JsonElement result;
    try {
      result = Json.parse(payload);
    } catch (JsonParseException e) {
      throw CognitoErrors.invalidLambdaResponse("Invalid lambda function output : Invalid JSON");
    }
    if (!(result instanceof JsonObject event)) {
      throw CognitoErrors.invalidLambdaResponse("Invalid lambda function output : Invalid JSON");
    }
    // These have an empty response, which Java's event classes drop.
    boolean complete =
        WITHOUT_RESPONSE.contains(trigger) || event.get("response") instanceof JsonObject;
    if (!complete || !(event.get("request") instanceof JsonObject)) {
      throw unrecognizable();
    }
    return event;
  }

  static AwsException unrecognizable() {
    return CognitoErrors.invalidLambdaResponse("Unrecognizable lambda output");
  }

  private static AwsException unexpected(Trigger trigger, String error) {
    return new AwsException(
        "UnexpectedLambdaException",
        trigger.awsName() + " invocation failed due to error " + error);
  }
}
