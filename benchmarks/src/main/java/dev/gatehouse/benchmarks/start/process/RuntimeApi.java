package dev.gatehouse.benchmarks.start.process;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The Lambda Runtime API of one process, with the time of each request. */
final class RuntimeApi implements AutoCloseable {
  private static final String BASE = "/2018-06-01/runtime/";
  private static final int LIMIT_SECONDS = 60;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
  private final BlockingQueue<Long> nextRequests = new LinkedBlockingQueue<>();
  private final BlockingQueue<FunctionResponse> responses = new LinkedBlockingQueue<>();

  /** A response or an error, with the time of its arrival. */
  record FunctionResponse(boolean error, String text, long nanos) {}

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(BASE + "invocation/next", this::next);
    server.createContext(BASE + "invocation/", this::receive);
    server.createContext(BASE + "init/error", this::receive);
    server.createContext(BASE + "restore/next", exchange -> reply(exchange, 200, ""));
    server.createContext(BASE + "restore/error", this::receive);
    server.start();
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Waits until the process requests an event, and returns the time of the request. */
  long awaitNextRequest() throws IOException, InterruptedException {
    for (int tenths = 0; tenths < LIMIT_SECONDS * 10; tenths++) {
      Long moment = nextRequests.poll(100, TimeUnit.MILLISECONDS);
      if (moment != null) {
        return moment;
      }
      FunctionResponse failure = responses.poll();
      if (failure != null) {
        throw new IOException("the function does not start: " + failure.text());
      }
    }
    throw new IOException("the function does not start");
  }

  /** Sends an event and waits for the response. */
  FunctionResponse call(String payload) throws IOException, InterruptedException {
    events.add(payload);
    FunctionResponse response = responses.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
    if (response == null) {
      throw new IOException("the function does not respond");
    }
    return response;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void next(HttpExchange exchange) throws IOException {
    nextRequests.add(System.nanoTime());
    try {
      String payload = events.take();
      String id = UUID.randomUUID().toString();
      // Without one of these four the client's native library crashes.
      Headers headers = exchange.getResponseHeaders();
      headers.set("Lambda-Runtime-Aws-Request-Id", id);
      headers.set(
          "Lambda-Runtime-Deadline-Ms", String.valueOf(Instant.now().toEpochMilli() + 30_000));
      headers.set(
          "Lambda-Runtime-Invoked-Function-Arn",
          "arn:aws:lambda:us-east-1:000000000000:function:benchmark:live");
      headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
      headers.set("Content-Type", "application/json");
      reply(exchange, 200, payload);
    } catch (InterruptedException e) {
      exchange.close(); // the process is being stopped
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    long moment = System.nanoTime();
    boolean error = exchange.getRequestURI().getPath().endsWith("/error");
    reply(exchange, 202, "{\"status\":\"OK\"}");
    responses.add(new FunctionResponse(error, new String(body, StandardCharsets.UTF_8), moment));
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
