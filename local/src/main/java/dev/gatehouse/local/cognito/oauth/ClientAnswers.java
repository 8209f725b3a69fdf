package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.wire.Json;
import dev.gatehouse.local.http.Response;

/** Puts the authorization server's answers to clients into JSON that nothing on the way keeps. */
final class ClientAnswers {
  private static final String TYPE = "application/json;charset=UTF-8";

  private ClientAnswers() {}

  static Response ok(JsonObject body) {
    return unkept(Response.of(200, TYPE, Json.text(body)));
  }

  static Response error(OAuthError error) {
    JsonObject body = Json.object("error", String.valueOf(error.getMessage()));
    return unkept(Response.of(error.status(), TYPE, Json.text(body)));
  }

  private static Response unkept(Response response) {
    return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }
}
