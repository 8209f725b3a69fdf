package dev.gatehouse.api;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClientBuilder;

/** Speaks Cognito's wire protocol as far as one prepared answer goes, and keeps what was asked. */
final class CognitoOverHttp implements AutoCloseable {
  static final String CLIENT_ID = "1example23456789";

  private final HttpServer server;
  private final List<Call> calls = new CopyOnWriteArrayList<>();
  private volatile Prepared prepared = new Prepared(500, "", "");

  CognitoOverHttp() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  /** Returns the accounts of the real SDK client, set up as in production, pointed here. */
  CognitoAccounts accounts() {
    return new CognitoAccounts(client(), CLIENT_ID);
  }

  CognitoIdentityProviderClient client() {
    return client(CognitoClient.builder("us-east-1"));
  }

  /** Returns the accounts of another client, pointed here. */
  CognitoAccounts accounts(CognitoIdentityProviderClientBuilder client, String clientId) {
    return new CognitoAccounts(client(client), clientId);
  }

  private CognitoIdentityProviderClient client(CognitoIdentityProviderClientBuilder client) {
    return client
        .endpointOverride(URI.create("http://127.0.0.1:" + server.getAddress().getPort()))
        .build();
  }

  void answers(String body) {
    prepared = new Prepared(200, body, "");
  }

  /** Prepares an error as captured from Cognito: the header ends with a colon. */
  void refuses(String type, String message) {
    JsonObject body = new JsonObject();
    body.addProperty("__type", type);
    body.addProperty("message", message);
    int status = type.equals("InternalErrorException") ? 500 : 400;
    prepared = new Prepared(status, body.toString(), type + ":");
  }

  void answersRaw(int status, String body) {
    prepared = new Prepared(status, body, "");
  }

  List<Call> calls() {
    return calls;
  }

  Call onlyCall() {
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
      calls.add(new Call(target, JsonParser.parseString(body).getAsJsonObject()));
      Prepared answer = prepared;
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      if (!answer.errorType.isEmpty()) {
        exchange.getResponseHeaders().set("x-amzn-errortype", answer.errorType);
      }
      byte[] octets = answer.body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status, octets.length == 0 ? -1 : octets.length);
      exchange.getResponseBody().write(octets);
    }
  }

  record Call(String target, JsonObject body) {}

  private record Prepared(int status, String body, String errorType) {}
}
