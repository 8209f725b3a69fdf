package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.functions.EventJson;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.Users;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Is the whole function behind its reader of events, before a Cognito that speaks HTTP. */
final class ApiUnderTest implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  private static final EventJson JSON = new EventJson();

  final CognitoOverHttp cognito = new CognitoOverHttp();
  final List<String> log = new ArrayList<>();
  final Users users;
  private final ApiHandler handler;

  ApiUnderTest() throws IOException {
    this(new InMemoryUsers());
  }

  ApiUnderTest(Users users) throws IOException {
    this.users = users;
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    handler = new ApiHandler(cognito.accounts(), users, clock, log::add);
  }

  /** Sends a POST of JSON. */
  Answer post(String path, String body) {
    return send(Event.of("POST", path).header("Content-Type", "application/json").body(body));
  }

  /** Sends the event, and holds the answer to docs/openapi.yaml. */
  Answer send(Event event) {
    APIGatewayProxyRequestEvent read =
        JSON.fromJson(event.json(), APIGatewayProxyRequestEvent.class);
    APIGatewayProxyResponseEvent response =
        handler.handleRequest(read, new LambdaContext("request-1"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.toJson(response, json, APIGatewayProxyResponseEvent.class);
    Answer answer =
        Answer.of(JsonParser.parseString(json.toString(StandardCharsets.UTF_8)).getAsJsonObject());
    ApiDocument.DOCUMENT.check(event, answer);
    return answer;
  }

  /** Returns the log line of the only invocation. */
  JsonObject line() {
    if (log.size() != 1) {
      throw new AssertionError("lines: " + log);
    }
    return JsonParser.parseString(log.getFirst()).getAsJsonObject();
  }

  List<Route> routes() {
    return handler.routes();
  }

  @Override
  public void close() {
    cognito.close();
  }
}
