package dev.gatehouse.local.lambda.runtime;

import dev.gatehouse.local.http.HttpPort;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import java.time.Instant;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
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

  private final HttpPort port = HttpPort.bind(0);
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
  private volatile CompletableFuture<Readiness> readiness = new CompletableFuture<>();
  private volatile CompletableFuture<InvocationResult> result = new CompletableFuture<>();
  private volatile @Nullable Event current;
  private volatile @Nullable Failed exit;

  RuntimeApi() {
    port.serve(this::handle);
  }

  private Response handle(Request request) {
    String path = request.path().startsWith(BASE) ? request.path().substring(BASE.length()) : "";
    try {
      return switch (path) {
        case "invocation/next" -> next();
        // There is no snapshot: the process goes on as if restored at once.
        case "restore/next" -> response(200, "");
        case "init/error", "restore/error" -> initFailed(request.text());
        default -> respond(path, request);
      };
    } catch (RuntimeException | Error e) {
      fail(e);
      return Response.NONE;
    }
  }

  /** Returns the value of {@code AWS_LAMBDA_RUNTIME_API}: host and port. */
  String address() {
    return "127.0.0.1:" + port.number();
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
    port.close();
  }

  private Response next() {
    readiness.complete(new Readiness.Ready());
    Event event;
    try {
      event = events.take();
    } catch (InterruptedException e) {
      return Response.NONE; // the port is closing
    }
    // The client crashes in native code if one of the first four is missing.
    return Response.of(200, "application/json", event.payload())
        .with("Lambda-Runtime-Aws-Request-Id", event.requestId())
        .with("Lambda-Runtime-Deadline-Ms", String.valueOf(event.deadline().toEpochMilli()))
        .with("Lambda-Runtime-Invoked-Function-Arn", event.arn())
        .with("Lambda-Runtime-Trace-Id", trace(event));
  }

  /** Returns an X-Ray trace header, not sampled, since the emulator has no X-Ray. */
  private static String trace(Event event) {
    String id = event.requestId().replace("-", "");
    return "Root=%s;Parent=%s;Sampled=0".formatted(event.trace(), id.substring(16));
  }

  private Response respond(String path, Request request) {
    Event running = current;
    if (running == null || !path.startsWith("invocation/" + running.requestId() + "/")) {
      return response(400, "{\"errorType\":\"InvalidRequestID\"}");
    }
    if (request.body().length > MAX_RESPONSE_BYTES) {
      result.complete(ErrorPayload.tooLarge());
      return response(413, "{\"errorType\":\"RequestEntityTooLarge\"}");
    }
    result.complete(
        path.endsWith("/error")
            ? ErrorPayload.reported(request.text())
            : new InvocationResult.Succeeded(request.text()));
    return response(202, "{\"status\":\"OK\"}");
  }

  private Response initFailed(String error) {
    readiness.complete(new Readiness.InitFailed(ErrorPayload.reported(error)));
    return response(202, "{\"status\":\"OK\"}");
  }

  private static Response response(int status, String body) {
    return Response.of(status, "application/json", body);
  }
}
