package dev.gatehouse.api.idempotency;

import dev.gatehouse.api.http.Problem;
import dev.gatehouse.api.http.Request;
import dev.gatehouse.api.http.RequestRefused;
import dev.gatehouse.api.http.Response;
import dev.gatehouse.api.idempotency.IdempotencyRecords.Claim;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The execution of a request once, however often a client sends it with the same key. */
public final class Idempotency {
  /** The request header, as routes list it for CORS. */
  public static final String HEADER = "Idempotency-Key";

  private final IdempotencyRecords records;
  private final Clock clock;

  /** Creates an execution that is recorded there. */
  public Idempotency(IdempotencyRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /**
   * Returns the response of an operation, or that of an earlier request with the same key. A
   * request without a key is executed each time.
   *
   * @param operation the name of the operation
   * @param values the values of the request, which identify it together with the operation
   * @throws RequestRefused if the key is malformed, belongs to a request with other values or to
   *     one that still runs, or if the operation refuses the request
   */
  public Response once(
      Request request,
      String operation,
      List<@Nullable String> values,
      Supplier<Response> execution) {
    @Nullable IdempotencyKey key = IdempotencyKey.of(request);
    if (key == null) {
      return execution.get();
    }
    String fingerprint = key.fingerprint(operation, values);
    return switch (records.claim(key.id(), fingerprint, clock.instant())) {
      case Claim.Granted granted -> execute(granted, execution);
      case Claim.Existing existing -> earlier(existing, fingerprint);
    };
  }

  private static Response earlier(Claim.Existing existing, String fingerprint) {
    if (!existing.fingerprint().equals(fingerprint)) {
      throw RequestRefused.because(Problem.IDEMPOTENCY_KEY_REUSED);
    }
    @Nullable CompletedResponse response = existing.response();
    if (response == null) {
      throw RequestRefused.because(Problem.REQUEST_OUTSTANDING);
    }
    return response.get();
  }

  private Response execute(Claim.Granted claim, Supplier<Response> execution) {
    Response response;
    try {
      response = execution.get();
    } catch (RequestRefused refused) {
      recordRefusal(claim, refused);
      throw refused;
    } catch (RuntimeException | Error failure) {
      record(() -> records.release(claim));
      throw failure;
    }
    boolean recorded =
        record(() -> records.complete(claim, CompletedResponse.Succeeded.of(response)));
    return recorded ? response : response.causedBy("ResponseNotRecorded");
  }

  /** Releases the key if the same request may succeed later. */
  private void recordRefusal(Claim.Granted claim, RequestRefused refused) {
    record(
        () -> {
          if (refused.problem().isTransient()) {
            records.release(claim);
          } else {
            records.complete(claim, CompletedResponse.Refused.of(refused));
          }
        });
  }

  /** A failure changes no response: the user has signed up, or was refused, all the same. */
  private static boolean record(Runnable change) {
    try {
      change.run();
      return true;
    } catch (RuntimeException failure) {
      return false;
    }
  }
}
