package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
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

/** Is the whole function behind AWS's own event serializer, before a Cognito that speaks HTTP. */
final class ApiUnderTest implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  private static final PojoSerializer<APIGatewayProxyRequestEvent> EVENTS =
      LambdaEventSerializers.serializerFor(
          APIGatewayProxyRequestEvent.class, ApiUnderTest.class.getClassLoader());
  private static final PojoSerializer<APIGatewayProxyResponseEvent> ANSWERS =
      LambdaEventSerializers.serializerFor(
          APIGatewayProxyResponseEvent.class, ApiUnderTest.class.getClassLoader());

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
    APIGatewayProxyResponseEvent response =
        handler.handleRequest(EVENTS.fromJson(event.json()), new LambdaContext("request-1"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    ANSWERS.toJson(response, json);
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
