package dev.gatehouse.local.browser;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The AWS port towards browsers: pages of the port itself and of the allowed origins may call every
 * service, all others only what AWS lets browsers call without credentials. A request of another
 * page never reaches a service, whether its response could be read or not.
 */
public final class OriginCheck implements Service {

  private static final String ALLOW_ORIGIN = "Access-Control-Allow-Origin";

  private final AllowedOrigins origins;
  private final Service services;
  private final OpenEndpoints open = new OpenEndpoints(UnsignedOperations.ofCognito());
  private final Predicate<Request> ofBucket;

  /** Creates a check in front of the services. */
  public OriginCheck(AllowedOrigins origins, Service services) {
    this(origins, services, request -> false);
  }

  /**
   * Creates a check in front of the services.
   *
   * @param ofBucket whether a request names a bucket, whose own rules decide about pages
   */
  public OriginCheck(AllowedOrigins origins, Service services, Predicate<Request> ofBucket) {
    this.origins = origins;
    this.services = services;
    this.ofBucket = ofBucket;
  }

  @Override
  public Response handle(Request request) {
    return notFramed(answer(request));
  }

  private Response answer(Request request) {
    RequestOrigin origin = RequestOrigin.of(request);
    if (!(origin instanceof RequestOrigin.Foreign foreign)) {
      return services.handle(request);
    }
    if (ofBucket.test(request)) {
      return services.handle(request);
    }
    Optional<String> preflight = preflight(request);
    if (origins.allow(foreign.origin())) {
      Response response =
          preflight.isPresent() ? allow(request, preflight.get()) : services.handle(request);
      return readable(response, foreign.origin()).with("Vary", "Origin");
    }
    if (preflight.isPresent()) {
      return openPreflight(request, preflight.get())
          ? readable(allow(request, preflight.get()), "*")
          : refuse(request, foreign);
    }
    return open.contain(request)
        ? readable(services.handle(request), "*")
        : refuse(request, foreign);
  }

  /** Returns the method that a preflight asks for, empty for any other request. */
  private static Optional<String> preflight(Request request) {
    return request.method().equals("OPTIONS")
        ? request.header("Access-Control-Request-Method")
        : Optional.empty();
  }

  private boolean openPreflight(Request request, String method) {
    Set<String> allowed = open.headers(request.path());
    List<String> asked = requestedHeaders(request);
    return open.methodsAfterPreflight(request.path()).contains(method)
        && allowed.containsAll(asked)
        && (!request.path().equals("/") || asked.contains("x-amz-target"));
  }

  private static List<String> requestedHeaders(Request request) {
    String names = request.header("Access-Control-Request-Headers").orElse("");
    return Arrays.stream(names.toLowerCase(Locale.ROOT).split(",", -1))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }

  private static Response allow(Request request, String method) {
    Response response =
        new Response(204, Map.of(), new byte[0])
            .with("Access-Control-Allow-Methods", method)
            .with("Access-Control-Max-Age", "7200");
    List<String> headers = requestedHeaders(request);
    return headers.isEmpty()
        ? response
        : response.with("Access-Control-Allow-Headers", String.join(", ", headers));
  }

  private static Response readable(Response response, String origin) {
    return response
        .with(ALLOW_ORIGIN, origin)
        .with(
            "Access-Control-Expose-Headers",
            "x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date");
  }

  private static Response refuse(Request request, RequestOrigin.Foreign foreign) {
    return Forbidden.because(
        "%s %s is closed to pages of %s. %s %s lets them in."
            .formatted(
                request.method(),
                request.path(),
                foreign.origin().equals("null") ? "an opaque origin" : foreign.origin(),
                AllowedOrigins.OPTION,
                foreign.named() ? foreign.origin() : "ORIGIN"));
  }

  /** Forbids frames of other pages to show a page, unless it says more. */
  private static Response notFramed(Response response) {
    boolean page =
        response.headers().getOrDefault("Content-Type", List.of()).stream()
            .anyMatch(type -> type.startsWith("text/html"));
    if (!page || response.headers().containsKey("X-Frame-Options")) {
      return response;
    }
    String policy =
        String.join("; ", response.headers().getOrDefault("Content-Security-Policy", List.of()));
    return response
        .with("X-Frame-Options", "SAMEORIGIN")
        .with(
            "Content-Security-Policy",
            policy.isEmpty() ? "frame-ancestors 'self'" : policy + "; frame-ancestors 'self'");
  }
}
