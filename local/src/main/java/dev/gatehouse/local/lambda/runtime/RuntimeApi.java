package dev.gatehouse.local.lambda.runtime;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
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
 * The Lambda Runtime API of one process, on a port of its own, so that late responses of a killed
 * process are ignored.
 */
final class RuntimeApi implements AutoCloseable {

  /** An event for the function. */
  record Event(String requestId, String trace, String arn, Instant deadline, String payload) {}

  /** The state of the process after its init. */
  sealed interface Readiness {
    /** A process that waits for an event. */
    record Ready() implements Readiness {}

    /** A process that does not run: its init failed, or it exited. */
    record InitFailed(Failed failure) implements Readiness {}
  }

  private static final String BASE = "/2018-06-01/runtime/";

  /** Lambda's limit for a response payload, a little over 6 MB. */
  private static final int MAX_RESPONSE_BYTES = 6_291_556;

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile CompletableFuture<Readiness> readiness = new CompletableFuture<>();
  private volatile CompletableFuture<InvocationResult> result = new CompletableFuture<>();
  private volatile @Nullable Event current;
  private volatile @Nullable Failed exit;

  RuntimeApi() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    serve("invocation/next", this::next);
    serve("invocation/", this::respond);
    serve("init/error", this::initFailed);
    // There is no snapshot: the process goes on as if restored at once.
    serve("restore/next", exchange -> reply(exchange, 200, ""));
    serve("restore/error", this::initFailed);
    server.start();
  }

  private void serve(String path, HttpHandler handler) {
    server.createContext(
        BASE + path,
        exchange -> {
          try (exchange) {
            handler.handle(exchange);
          } catch (RuntimeException | Error e) {
            fail(e);
          }
        });
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}: host and port. */
  String address() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Returns a future that completes when the process is ready for an event or has failed. */
  CompletableFuture<Readiness> readiness() {
    Failed failure = exit;
    return failure == null
        ? readiness
        : CompletableFuture.completedFuture(new Readiness.InitFailed(failure));
  }

  /** Sends the event to the process, which must be ready, and returns the future result. */
  CompletableFuture<InvocationResult> send(Event event) {
    readiness = new CompletableFuture<>();
    result = new CompletableFuture<>();
    current = event;
    events.add(event);
    Failed failure = exit;
    if (failure != null) {
      result.complete(failure); // the process exited between two events
    }
    return result;
  }

  /** Completes everything that waits for the process, which has exited. */
  void exited(String requestId, int status) {
    Event running = current;
    Failed failure = ErrorPayload.exited(running == null ? requestId : running.requestId(), status);
    exit = failure;
    result.complete(failure);
    readiness.complete(new Readiness.InitFailed(failure));
  }

  /** Fails everything that waits for the process, after an error of the emulator itself. */
  void fail(Throwable error) {
    result.completeExceptionally(error);
    readiness.completeExceptionally(error);
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
      exchange.close(); // the server is closing
      return;
    }
    // The client crashes in native code if one of the first four is missing.
    Headers headers = exchange.getResponseHeaders();
    headers.set("Lambda-Runtime-Aws-Request-Id", event.requestId());
    headers.set("Lambda-Runtime-Deadline-Ms", String.valueOf(event.deadline().toEpochMilli()));
    headers.set("Lambda-Runtime-Invoked-Function-Arn", event.arn());
    headers.set("Lambda-Runtime-Trace-Id", trace(event));
    headers.set("Content-Type", "application/json");
    reply(exchange, 200, event.payload());
  }

  /** Returns an X-Ray trace header, not sampled, since the emulator has no X-Ray. */
  private static String trace(Event event) {
    String id = event.requestId().replace("-", "");
    return "Root=%s;Parent=%s;Sampled=0".formatted(event.trace(), id.substring(16));
  }

  private void respond(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(MAX_RESPONSE_BYTES + 1);
    String path = exchange.getRequestURI().getPath();
    Event running = current;
    if (running == null || !path.startsWith(BASE + "invocation/" + running.requestId() + "/")) {
      reply(exchange, 400, "{\"errorType\":\"InvalidRequestID\"}");
    } else if (body.length > MAX_RESPONSE_BYTES) {
      reply(exchange, 413, "{\"errorType\":\"RequestEntityTooLarge\"}");
      result.complete(ErrorPayload.tooLarge());
    } else {
      String payload = new String(body, StandardCharsets.UTF_8);
      // The client first: it requests the next event while the caller gets its result.
      reply(exchange, 202, "{\"status\":\"OK\"}");
      result.complete(
          path.endsWith("/error")
              ? ErrorPayload.reported(payload)
              : new InvocationResult.Succeeded(payload));
    }
  }

  private void initFailed(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    Failed failure = ErrorPayload.reported(new String(body, StandardCharsets.UTF_8));
    readiness.complete(new Readiness.InitFailed(failure));
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
