package dev.gatehouse.local.cognito.triggers;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.wire.Json;

/** Is what a function is told: the envelope that all triggers share, and a trigger's own part. */
record TriggerEvent(
    String source, String username, Caller caller, JsonObject request, JsonObject response) {

  /** Returns the event in the order in which Cognito writes it. */
  String json(UserPool pool) {
    if (!caller.clientMetadata().isEmpty()) {
      request.add("clientMetadata", Json.of(caller.clientMetadata()));
    }
    return Json.text(
        Json.object(
            "version",
            "1",
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
