package dev.gatehouse.dynamodb;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.dynamodb.wire.DynamoDbResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** DynamoDB on a port of 127.0.0.1. */
public final class DynamoDbServer implements AutoCloseable {

  private static final int LARGEST_BODY = 16 * 1024 * 1024;
  private static final String REGION = "us-east-1";
  private static final String ACCOUNT = "000000000000";

  private final Store store;
  private final DynamoDb dynamoDb;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  private DynamoDbServer(Store store, int port) throws IOException {
    this.store = store;
    this.dynamoDb = DynamoDb.open(store, REGION, ACCOUNT, InstantSource.system());
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts a server with tables in memory, on a free port. */
  public static DynamoDbServer start() {
    try {
      return new DynamoDbServer(Store.inMemory(), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Serves until the process ends: on the port of the first argument, from the file of the second.
   */
  public static void main(String[] args) throws IOException {
    int port = args.length > 0 ? Integer.parseInt(args[0]) : 8000;
    Store store = args.length > 1 ? Store.open(Path.of(args[1])) : Store.inMemory();
    DynamoDbServer server = new DynamoDbServer(store, port);
    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-tables"));
    System.out.println("DynamoDB is at " + server.endpoint());
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Returns the engine behind the port. */
  public DynamoDb dynamoDb() {
    return dynamoDb;
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
      allowOrigin(exchange);
      if (body.length > LARGEST_BODY) {
        exchange.sendResponseHeaders(413, -1);
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "POST" ->
            send(
                exchange,
                dynamoDb.answer(exchange.getRequestHeaders()::getFirst, query(exchange), body));
        case "GET" -> send(exchange, DynamoDb.health(REGION));
        case "OPTIONS" -> exchange.sendResponseHeaders(200, -1);
        default -> send(exchange, DynamoDb.unknownMethod());
      }
    }
  }

  /** Allows pages of any origin, as AWS does. */
  private static void allowOrigin(HttpExchange exchange) {
    Headers request = exchange.getRequestHeaders();
    Headers response = exchange.getResponseHeaders();
    if (request.containsKey("Origin")) {
      response.set("Access-Control-Allow-Origin", "*");
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        response.set("Access-Control-Max-Age", "172800");
        for (String what : new String[] {"Headers", "Method"}) {
          @Nullable String asked = request.getFirst("Access-Control-Request-" + what);
          if (asked != null) {
            String allowed = what.equals("Method") ? "Methods" : what;
            response.set("Access-Control-Allow-" + allowed, asked);
          }
        }
      }
    }
  }

  private static void send(HttpExchange exchange, DynamoDbResponse answer) throws IOException {
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    @Nullable String raw = exchange.getRequestURI().getRawQuery();
    for (String each : raw == null ? new String[0] : raw.split("&")) {
      String[] pair = each.split("=", 2);
      query.put(decoded(pair[0]), pair.length > 1 ? decoded(pair[1]) : "");
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** Stops the server and closes its store. */
  @Override
  public void close() {
    server.stop(0);
    threads.close();
    dynamoDb.close();
    store.close();
  }
}
