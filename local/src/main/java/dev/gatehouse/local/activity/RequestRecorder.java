package dev.gatehouse.local.activity;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.http.Trace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A service that records the requests of another one, each within its trace.
 *
 * @param service the recorded service
 * @param operation the operation of a request
 * @param recorded is called with each request after its response
 */
public record RequestRecorder(
    Service service,
    Function<Request, AwsOperation> operation,
    Clock clock,
    Consumer<RecordedRequest> recorded)
    implements Service {

  /** Creates a recorder of the API's requests. */
  public static RequestRecorder ofApi(
      Service api, Clock clock, Consumer<RecordedRequest> recorded) {
    return new RequestRecorder(
        api, request -> new AwsOperation(RecordedRequest.API, ""), clock, recorded);
  }

  /** Creates a recorder of requests to AWS's services; the emulator's own paths are left out. */
  public static RequestRecorder ofAws(
      Service services, Clock clock, Consumer<RecordedRequest> recorded) {
    return new RequestRecorder(services, AwsOperation::of, clock, recorded);
  }

  @Override
  public Response handle(Request request) {
    String root = request.header(Trace.HEADER).flatMap(Trace::root).orElseGet(Trace::newRoot);
    return Trace.in(root, () -> isOwn(request) ? service.handle(request) : record(request, root));
  }

  private Response record(Request request, String root) {
    Instant at = clock.instant();
    long start = System.nanoTime();
    Response response = service.handle(request);
    Duration latency = Duration.ofNanos(System.nanoTime() - start);
    recorded.accept(
        RecordedRequest.of(
            id(response), root, at, operation.apply(request), request, response, latency));
    return response;
  }

  private static String id(Response response) {
    return response.headers().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("x-amzn-RequestId"))
        .map(header -> header.getValue().getFirst())
        .findFirst()
        .orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Returns whether a request is to the emulator itself: its console, its inbox, preflights. */
  private boolean isOwn(Request request) {
    String path = request.path();
    return request.method().equals("OPTIONS")
        || path.startsWith("/_gatehouse")
        || path.startsWith("/_aws/")
        || path.equals("/favicon.ico")
        || (path.equals("/")
            && (request.method().equals("GET") || request.method().equals("HEAD"))
            && request.parameter("Action").isEmpty());
  }
}
