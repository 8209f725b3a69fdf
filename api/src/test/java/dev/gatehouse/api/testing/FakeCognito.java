package dev.gatehouse.api.testing;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.api.cognito.CognitoClient;
import dev.gatehouse.api.cognito.CognitoUserPool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** An HTTP server that returns one prepared response in Cognito's protocol and records calls. */
public final class FakeCognito implements AutoCloseable {
  /** The id of the app client. */
  public static final String CLIENT_ID = "1example23456789";

  private final HttpServer server;
  private final List<CognitoCall> calls = new CopyOnWriteArrayList<>();
  private final AtomicReference<@Nullable DeletionFailure> failsToDelete = new AtomicReference<>();
  private volatile @Nullable String user;
  private volatile PreparedResponse prepared = new PreparedResponse(500, "", "");

  /** Starts the server. */
  public FakeCognito() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Returns a user pool whose SDK client is configured as deployed, but for the endpoint. */
  public CognitoUserPool pool() {
    return new CognitoUserPool(client(), CLIENT_ID);
  }

  private CognitoIdentityProviderClient client() {
    return client(CognitoClient.builder("us-east-1"));
  }

  /** Returns a user pool with another SDK client, which calls this server. */
  public CognitoUserPool pool(CognitoIdentityProviderClientBuilder client, String clientId) {
    return new CognitoUserPool(client(client), clientId);
  }

  private CognitoIdentityProviderClient client(CognitoIdentityProviderClientBuilder client) {
    return client.endpointOverride(address()).build();
  }

  /** Returns the address of the server. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Prepares a pool of one user, whom DeleteUser deletes, with the response to GetUser. */
  public void hasOneUser(String getUserResponse) {
    user = getUserResponse;
  }

  /** Makes the next DeleteUser fail, before or after the user is deleted. */
  public void failsOnceToDelete(boolean afterwards) {
    failsToDelete.set(new DeletionFailure("InternalErrorException", afterwards));
  }

  /** Makes the next DeleteUser fail with an error. */
  public void refusesToDelete(String type) {
    failsToDelete.set(new DeletionFailure(type, false));
  }

  /** Returns the number of users in that pool. */
  public int users() {
    return user == null ? 0 : 1;
  }

  /** Prepares a success. */
  public void answers(String body) {
    prepared = new PreparedResponse(200, body, "");
  }

  /** Prepares an error as Cognito sends it: the header ends with a colon. */
  public void refuses(String type, String message) {
    JsonObject body = new JsonObject();
    body.addProperty("__type", type);
    body.addProperty("message", message);
    int status = type.equals("InternalErrorException") ? 500 : 400;
    user = null;
    prepared = new PreparedResponse(status, body.toString(), type + ":");
  }

  /** Prepares a response without an error header. */
  public void answersRaw(int status, String body) {
    prepared = new PreparedResponse(status, body, "");
  }

  /** Returns the calls so far. */
  public List<CognitoCall> calls() {
    return calls;
  }

  /** Returns the only call. */
  public CognitoCall onlyCall() {
    if (calls.size() != 1) {
      throw new AssertionError("calls: " + calls.size());
    }
    return calls.getFirst();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      calls.add(new CognitoCall(target, JsonParser.parseString(body).getAsJsonObject()));
      PreparedResponse response = response(target);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      if (!response.errorType.isEmpty()) {
        exchange.getResponseHeaders().set("x-amzn-errortype", response.errorType);
      }
      byte[] octets = response.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(response.status, octets.length == 0 ? -1 : octets.length);
      exchange.getResponseBody().write(octets);
    }
  }

  private PreparedResponse response(String target) {
    @Nullable String found = user;
    if (found == null) {
      return prepared;
    }
    if (!target.endsWith(".DeleteUser")) {
      return new PreparedResponse(200, found, "");
    }
    @Nullable DeletionFailure failure = failsToDelete.getAndSet(null);
    if (failure == null || failure.afterwards) {
      refuses("UserNotFoundException", "User does not exist.");
    }
    return failure == null ? new PreparedResponse(200, "", "") : failure.response();
  }

  /** A call, with the operation in its target header. */
  public record CognitoCall(String target, JsonObject body) {}

  private record PreparedResponse(int status, String body, String errorType) {}

  private record DeletionFailure(String type, boolean afterwards) {
    PreparedResponse response() {
      return new PreparedResponse(
          type.equals("InternalErrorException") ? 500 : 400, "{}", type + ":");
    }
  }
}
