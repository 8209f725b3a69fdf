package dev.gatehouse.local.functions;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.local.functions.Invocation.Failed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Is the Lambda Runtime API of one process, on a port of its own: the client is told host and port
 * alone, and with one server each a late word of a killed process reaches nobody.
 */
final class RuntimeApi implements AutoCloseable {

  /** Is one event on its way to the function. */
  record Event(String requestId, String arn, Instant deadline, String payload) {}

  /** Says whether the process waits for an event or never will. */
  sealed interface Readiness {
    record Ready() implements Readiness {}

    record Broken(Failed failure) implements Readiness {}
  }

  private static final String BASE = "/2018-06-01/runtime/";

  /** Lambda's limit for an answer, a little over 6 MB. */
  private static final int LARGEST_ANSWER = 6_291_556;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile CompletableFuture<Readiness> readiness = new CompletableFuture<>();
  private volatile CompletableFuture<Invocation> answer = new CompletableFuture<>();
  private volatile @Nullable Event current;
  private volatile @Nullable Failed ended;

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext(BASE + "invocation/next", this::next);
    server.createContext(BASE + "invocation/", this::answered);
    server.createContext(BASE + "init/error", this::initFailed);
    // The process is its own snapshot: it is restored as soon as it is taken.
    server.createContext(BASE + "restore/next", exchange -> reply(exchange, 200, ""));
    server.createContext(BASE + "restore/error", this::initFailed);
    server.start();
  }

  /** Returns what {@code AWS_LAMBDA_RUNTIME_API} says. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns whether the process is ready for an event, once that is known. */
  CompletableFuture<Readiness> readiness() {
    Failed failure = ended;
    return failure == null
        ? readiness
        : CompletableFuture.completedFuture(new Readiness.Broken(failure));
  }

  /** Hands the event to the process, which must be ready. */
  CompletableFuture<Invocation> hand(Event event) {
    readiness = new CompletableFuture<>();
    answer = new CompletableFuture<>();
    current = event;
    events.add(event);
    Failed failure = ended;
    if (failure != null) {
      answer.complete(failure); // it died with nobody looking, between two events
    }
    return answer;
  }

  /** Takes note that the process has ended. */
  void exited(String requestId, int status) {
    Event running = current;
    Failed failure = ErrorPayload.exited(running == null ? requestId : running.requestId(), status);
    ended = failure;
    answer.complete(failure);
    readiness.complete(new Readiness.Broken(failure));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void next(HttpExchange exchange) throws IOException {
    readiness.complete(new Readiness.Ready());
    Event event;
    try {
      event = events.take();
    } catch (InterruptedException e) {
      exchange.close(); // the process is being ended
      return;
    }
    // The client crashes in its native part when one of the first four is missing.
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(event.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", event.arn());
    headers.set("Lambda-Runtime-Trace-Id", trace(event));
    headers.set("Content-Type", "application/json");
    reply(exchange, 200, event.payload());
  }

  /** Returns a trace header as X-Ray writes it, not sampled: there is nobody to send it to. */
  private static String trace(Event event) {
    String id = event.requestId().replace("-", "");
    return "Root=1-%08x-%s;Parent=%s;Sampled=0"
        .formatted(event.deadline().getEpochSecond(), id.substring(0, 24), id.substring(16));
  }

  private void answered(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(LARGEST_ANSWER + 1);
    String path = exchange.getRequestURI().getPath();
    Event running = current;
    if (running == null || !path.startsWith(BASE + "invocation/" + running.requestId() + "/")) {
      reply(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
    } else if (body.length > LARGEST_ANSWER) {
      reply(exchange, 413, "{\"errorType\":\"RequestEntityTooLarge\"}");
      answer.complete(ErrorPayload.tooLarge());
    } else {
      String payload = new String(body, StandardCharsets.UTF_8);
      // First the client, which then asks for the next event, then whoever waits for the answer.
      reply(exchange, 202, "{\"status\":\"OK\"}");
      answer.complete(
          path.endsWith("/error")
              ? ErrorPayload.reported(payload)
              : new Invocation.Answered(payload));
    }
  }

  private void initFailed(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Failed failure = ErrorPayload.reported(new String(body, StandardCharsets.UTF_8));
    readiness.complete(new Readiness.Broken(failure));
    reply(exchange, 202, "{\"status\":\"OK\"}");
  }

  private static void reply(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
