package dev.gatehouse.local.cognito.wire;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.http.Response;
import java.util.UUID;

/** Puts answers into Cognito's wire form, JSON 1.1. */
public final class Answers {
  private static final String TYPE = "application/x-amz-json-1.1";
  // Servers and clients bound a header; the body has the whole message.
  private static final int LONGEST_HEADER = 1024;

  private Answers() {}

  /** Returns the answer of an operation that went well; JSON null stands for an empty body. */
  public static Response ok(JsonElement body) {
    return identified(Response.of(200, TYPE, body.isJsonNull() ? "" : Json.text(body)));
  }

  /** Returns the answer of an operation that did not. */
  public static Response error(CognitoError error) {
    return error(400, error);
  }

  /** Returns the answer for a fault of the machine itself, which says nothing about it. */
  public static Response fault() {
    return error(
        500, new CognitoError("InternalErrorException", "Something went wrong on this machine."));
  }

  private static Response error(int status, CognitoError error) {
    JsonObject body = Json.object("__type", error.type(), "message", error.text());
    // The colon at the end is what AWS sends.
    return identified(Response.of(status, TYPE, Json.text(body)))
        .with("x-amzn-errortype", error.type() + ":")
        .with("x-amzn-errormessage", header(error.text()));
  }

  private static Response identified(Response response) {
    return response.with("x-amzn-requestid", UUID.randomUUID().toString());
  }

  private static String header(String message) {
    String ascii = message.replaceAll("[^\\x20-\\x7e]", "?");
    return ascii.substring(0, Math.min(ascii.length(), LONGEST_HEADER));
  }
}
