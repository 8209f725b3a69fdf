package dev.gatehouse.local.lambda.requests;

import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;

/** Successful responses of Lambda's API. */
public final class LambdaResponse {

  private LambdaResponse() {}

  /** Returns a response with this body. */
  public static Response json(int status, JsonObject body) {
    return json(status, body.toString());
  }

  /** Returns a response with this JSON text as its body. */
  public static Response json(int status, String body) {
    return Response.of(status, "application/json", body)
        .with("x-amzn-RequestId", UUID.randomUUID().toString());
  }

  /** Returns a response without a body. */
  public static Response empty(int status) {
    return json(status, "");
  }
}
