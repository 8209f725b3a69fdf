package dev.gatehouse.benchmarks.start.measured;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.benchmarks.start.fakeaws.FakeKmsKey;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of each function. */
public final class Events {
  private static final Map<String, String> FILES =
      Map.of(
          "pre-sign-up", "pre-sign-up/sign-up.json",
          "custom-message", "custom-message/sign-up.json",
          "custom-email-sender", "custom-email-sender/sign-up.json",
          "post-confirmation", "post-confirmation/confirm-sign-up.json",
          "deferred-users", "deferred-users/one-row.json",
          "profile-picture", "profile-picture/one-upload.json",
          "reconcile", "reconcile/scheduled.json");

  private final Path triggers;

  /** Creates the events from those of the triggers' tests. */
  public Events(Path root) {
    triggers = root.resolve("triggers");
  }

  /** Returns the event for a function with an environment, or null if there is none. */
  @Nullable String of(String function, Map<String, String> environment) throws IOException {
    if (function.equals("api")) {
      return profile();
    }
    @Nullable String file = FILES.get(function);
    if (file == null) {
      return null;
    }
    String event =
        Files.readString(
            triggers.resolve(function).resolve("src/test/resources/events").resolve(file));
    @Nullable String key = environment.get("CODE_KEY_ARN");
    return key == null ? event : withCode(event, new FakeKmsKey(key));
  }

  /** Returns the event with a code that the fake KMS can decrypt. */
  private static String withCode(String event, FakeKmsKey key) {
    JsonObject json = JsonParser.parseString(event).getAsJsonObject();
    String pool = json.get("userPoolId").getAsString();
    json.getAsJsonObject("request").addProperty("code", key.encryptCode("402913", pool));
    return json.toString();
  }

  /** Returns the event of a route that calls both Cognito and DynamoDB. */
  private static String profile() {
    JsonObject body = new JsonObject();
    body.addProperty("access_token", token());
    JsonObject event = new JsonObject();
    event.addProperty("resource", "/user/profile");
    event.addProperty("path", "/user/profile");
    event.addProperty("httpMethod", "POST");
    JsonObject headers = new JsonObject();
    headers.addProperty("Content-Type", "application/json");
    event.add("headers", headers);
    event.addProperty("body", body.toString());
    event.addProperty("isBase64Encoded", false);
    return event.toString();
  }

  /** Returns an access token whose signature the fake Cognito does not verify. */
  private static String token() {
    return encoded("{\"alg\":\"RS256\",\"kid\":\"benchmark\"}")
        + "."
        + encoded(
            "{\"sub\":\"34c84488-e0e1-70ae-d2ee-991ad1a898c8\",\"token_use\":\"access\","
                + "\"client_id\":\"CLIENT\","
                + "\"iss\":\"https://cognito-idp.us-east-1.amazonaws.com/us-east-1_EXAMPLE\"}")
        + "."
        + encoded("no signature");
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
