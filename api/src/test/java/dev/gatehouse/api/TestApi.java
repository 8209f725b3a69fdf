package dev.gatehouse.api;

import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyRequestEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayProxyResponseEvent;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.api.idempotency.IdempotencyRecords;
import dev.gatehouse.api.pictures.Pictures;
import dev.gatehouse.api.routes.AccountOwner;
import dev.gatehouse.api.routes.Route;
import dev.gatehouse.api.testing.ApiRequest;
import dev.gatehouse.api.testing.ApiResponse;
import dev.gatehouse.api.testing.FakeCognito;
import dev.gatehouse.api.testing.OpenApiDocument;
import dev.gatehouse.lambda.json.EventJson;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.AnyContext;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.UserErasure;
import dev.gatehouse.users.Users;
import dev.gatehouse.users.pictures.InMemoryPictures;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole function with its event serializer, in front of a fake Cognito that speaks HTTP. */
public final class TestApi implements AutoCloseable {
  /** The time of every request. */
  public static final Instant NOW = Instant.parse("2026-05-04T03:02:01Z");

  private static final EventJson JSON = new EventJson();

  /** The Cognito that the API calls. */
  public final FakeCognito cognito = new FakeCognito();

  /** The log lines. */
  public final List<String> log = new ArrayList<>();

  /** The mailboxes table. */
  public final InMemoryMailboxes mailboxes = new InMemoryMailboxes();

  /** The claims in it. */
  public final MailboxClaims claims = MailboxClaims.in(mailboxes);

  /** The pictures. */
  public final InMemoryPictures pictures = new InMemoryPictures();

  /** The users table. */
  public final Users users;

  private final ApiHandler handler;

  /** Creates an API with an empty users table. */
  public TestApi() throws IOException {
    this(new InMemoryUsers());
  }

  /** Creates an API with a users table. */
  public TestApi(Users users) throws IOException {
    this(users, IdempotencyRecords.forPriming());
  }

  /** Creates an API with an empty users table and records of idempotent requests. */
  public TestApi(IdempotencyRecords requests) throws IOException {
    this(new InMemoryUsers(), requests);
  }

  /** Creates an API whose function has these variables of what a stack may turn on. */
  public static TestApi with(Map<String, String> variables) throws IOException {
    return new TestApi(
        new InMemoryUsers(),
        IdempotencyRecords.forPriming(),
        ApiOptions.from(new FunctionSettings(variables)));
  }

  private TestApi(Users users, IdempotencyRecords requests) throws IOException {
    this(users, requests, ApiOptions.NONE);
  }

  private TestApi(Users users, IdempotencyRecords requests, ApiOptions options) throws IOException {
    this.users = users;
    Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    handler =
        new ApiHandler(
            cognito.pool(),
            AccountOwner.NONE,
            new UserErasure(users, claims, pictures),
            new Pictures(pictures, pictures),
            options,
            requests,
            clock,
            log::add);
  }

  /** Sends a POST of JSON. */
  public ApiResponse post(String path, String body) {
    return send(ApiRequest.of("POST", path).header("Content-Type", "application/json").body(body));
  }

  /** Sends a request, and validates the response by docs/openapi.yaml. */
  public ApiResponse send(ApiRequest event) {
    APIGatewayProxyRequestEvent read =
        JSON.fromJson(event.json(), APIGatewayProxyRequestEvent.class);
    APIGatewayProxyResponseEvent response =
        handler.handleRequest(read, new AnyContext("request-1"));
    ByteArrayOutputStream json = new ByteArrayOutputStream();
    JSON.toJson(response, json, APIGatewayProxyResponseEvent.class);
    ApiResponse received =
        ApiResponse.of(
            JsonParser.parseString(json.toString(StandardCharsets.UTF_8)).getAsJsonObject());
    OpenApiDocument.DOCUMENT.check(event, received);
    return received;
  }

  /** Returns the log line of the only invocation. */
  public JsonObject line() {
    if (log.size() != 1) {
      throw new AssertionError("lines: " + log);
    }
    return JsonParser.parseString(log.getFirst()).getAsJsonObject();
  }

  /** Returns every route. */
  public static List<Route> everyRoute() throws IOException {
    try (TestApi api = new TestApi()) {
      return api.handler.routes();
    }
  }

  @Override
  public void close() {
    cognito.close();
  }
}
