package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.UserPool;

/**
 * A trigger event: the members that all triggers share, and the trigger's own request and response.
 */
record TriggerEvent(
    String version,
    String source,
    String username,
    CallerContext caller,
    JsonObject request,
    JsonObject response) {

  /** Creates an event of the first version, which all triggers have. */
  TriggerEvent(
      String source,
      String username,
      CallerContext caller,
      JsonObject request,
      JsonObject response) {
    this("1", source, username, caller, request, response);
  }

  /** Returns the event with its members in Cognito's order. */
  String json(UserPool pool) {
    if (!caller.clientMetadata().isEmpty()) {
      request.add("clientMetadata", Json.of(caller.clientMetadata()));
    }
    return Json.text(
        Json.object(
            "version",
            version,
            "region",
            pool.region(),
            "userPoolId",
            pool.id(),
            "userName",
            username,
            "callerContext",
            Json.object("awsSdkVersion", "aws-sdk-unknown-unknown", "clientId", caller.clientId()),
            "triggerSource",
            source,
            "request",
            request,
            "response",
            response));
  }
}
