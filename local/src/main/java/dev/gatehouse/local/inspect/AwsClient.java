package dev.gatehouse.local.inspect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * The console as a client of the services on the AWS port, with the rights of the account's
 * administrator. What it calls is recorded as any request.
 */
public record AwsClient(Service services, URI awsUrl) {

  /** Calls an operation of Cognito; throws {@link AwsCallFailed}. */
  JsonObject cognito(String operation, JsonObject members) {
    return call("AWSCognitoIdentityProviderService." + operation, members);
  }

  private JsonObject call(String target, JsonObject members) {
    Map<String, List<String>> headers =
        Map.of(
            "Host", List.of(awsUrl.getAuthority()),
            "X-Amz-Target", List.of(target),
            "Content-Type", List.of("application/x-amz-json-1.1"));
    Response response =
        services.handle(
            new Request(
                "POST", "/", Map.of(), headers, "127.0.0.1", Json.text(members).getBytes(UTF_8)));
    JsonObject body = object(response.text());
    if (response.status() >= 400) {
      String type = text(body, "__type");
      String message = text(body, body.has("message") ? "message" : "Message");
      throw new AwsCallFailed(type.substring(type.indexOf('#') + 1), message);
    }
    return body;
  }

  private static JsonObject object(String text) {
    return text.isEmpty() ? new JsonObject() : JsonParser.parseString(text).getAsJsonObject();
  }

  private static String text(JsonObject from, String key) {
    JsonElement value = from.get(key);
    return value == null || value.isJsonNull() ? "" : value.getAsString();
  }
}
