package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Response;

/** JSON responses of the OAuth endpoints, never cached. */
final class OAuthResponses {
  private static final String TYPE = "application/json;charset=UTF-8";

  private OAuthResponses() {}

  static Response success(JsonObject body) {
    return uncached(Response.of(200, TYPE, Json.text(body)));
  }

  static Response error(OAuthException error) {
    JsonObject body = Json.object("error", String.valueOf(error.getMessage()));
    return uncached(Response.of(error.status(), TYPE, Json.text(body)));
  }

  private static Response uncached(Response response) {
    return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
  }
}
