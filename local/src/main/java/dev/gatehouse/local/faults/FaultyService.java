package dev.gatehouse.local.faults;

import dev.gatehouse.local.activity.AwsOperation;
import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.function.Function;

/**
 * A service whose requests are hit by faults; the emulator's own requests never are.
 *
 * @param operation the operation of a request
 * @param errors the error responses of the service
 */
public record FaultyService(
    Service service,
    Function<Request, AwsOperation> operation,
    ErrorResponses errors,
    Faults faults)
    implements Service {

  /** The error responses of a service. */
  @FunctionalInterface
  interface ErrorResponses {

    /** Returns the response with the error of a fault. */
    Response of(Fault fault, AwsOperation called, Request request);
  }

  /** API Gateway's own responses, as the plan words them. */
  @FunctionalInterface
  public interface GatewayErrors {

    /** Returns the response with this status, or the closest one that the gateway has. */
    Response of(Request request, int status);
  }

  /** Creates the API with faults, whose operations are its paths. */
  public static FaultyService ofApi(Service api, GatewayErrors errors, Faults faults) {
    return new FaultyService(
        api,
        request -> new AwsOperation(RecordedRequest.API, request.path()),
        (fault, called, request) -> errors.of(request, FaultErrors.status(fault, called)),
        faults);
  }

  /** Creates AWS's services with faults. */
  public static FaultyService ofAws(Service services, Faults faults) {
    return new FaultyService(services, AwsOperation::of, FaultErrors::response, faults);
  }

  @Override
  public Response handle(Request request) {
    if (faults.areOff() || request.path().startsWith("/_")) {
      return service.handle(request);
    }
    AwsOperation called = operation.apply(request);
    return faults
        .ofOperation(called.service(), called.name())
        .map(fault -> hit(fault, called, request))
        .orElseGet(() -> service.handle(request));
  }

  private Response hit(Fault fault, AwsOperation called, Request request) {
    return switch (fault.effect()) {
      case ERROR -> errors.of(fault, called, request);
      case DELAY -> {
        Faults.pause(fault.delay());
        yield service.handle(request);
      }
      case HANG -> {
        faults.hang(fault);
        yield Response.NONE;
      }
      case LOSE_RESPONSE -> {
        service.handle(request);
        yield Response.NONE;
      }
      default -> Response.NONE;
    };
  }
}
