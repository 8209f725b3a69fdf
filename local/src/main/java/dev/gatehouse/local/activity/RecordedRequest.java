package dev.gatehouse.local.activity;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request to the API or to one of AWS's services, with its response.
 *
 * @param id the id of the request, as its response carries it
 * @param trace the root of the trace that the request and all that it causes belong to
 * @param service {@code api}, or the name of the service in signatures
 * @param operation the operation of a service, empty for the API
 * @param code the error code of the response, empty without one
 * @param requestBody the first 64 kB of the body; it may contain a password
 */
public record RecordedRequest(
    String id,
    String trace,
    Instant at,
    String service,
    String operation,
    String method,
    String path,
    Map<String, List<String>> requestHeaders,
    String requestBody,
    int status,
    String code,
    String responseBody,
    Duration latency) {

  /** The name of the API among the services. */
  public static final String API = "api";

  private static final int MAX_BODY = 64 * 1024;

  /** The code of problem+json, and of AWS's errors in JSON and XML. */
  private static final Pattern CODE =
      Pattern.compile(
          "\"code\"\\s*:\\s*\"([A-Za-z0-9_.]+)\"|\"__type\"\\s*:\\s*\"(?:[^\"#]*#)?([A-Za-z0-9_.]+)"
              + "|<Code>([A-Za-z0-9_.]+)</Code>");

  static RecordedRequest of(
      String id,
      String trace,
      Instant at,
      AwsOperation operation,
      Request request,
      Response response,
      Duration latency) {
    // Objects are no text to show, and as long as files.
    boolean isObject = operation.service().equals("s3");
    String responseBody = isObject && response.status() < 400 ? "" : text(response.body());
    return new RecordedRequest(
        id,
        trace,
        at,
        operation.service(),
        operation.service().equals(API) ? "" : operation.name(),
        request.method(),
        request.path(),
        request.headers(),
        isObject ? "" : text(request.body()),
        response.status(),
        response.status() < 400 ? "" : code(responseBody),
        responseBody,
        latency);
  }

  private static String text(byte[] body) {
    return new String(body, 0, Math.min(body.length, MAX_BODY), StandardCharsets.UTF_8);
  }

  private static String code(String body) {
    Matcher code = CODE.matcher(body);
    if (!code.find()) {
      return "";
    }
    String problem = code.group(1);
    String json = code.group(2);
    return problem != null ? problem : json != null ? json : code.group(3);
  }

  /** Returns whether the request was sent to the API, and not to one of AWS's services. */
  public boolean toApi() {
    return service.equals(API);
  }

  /** Returns whether the emulator or a function failed, as opposed to a refused request. */
  public boolean failed() {
    return status >= 500 || status == Response.NONE.status();
  }

  /** Returns whether the request may have changed users, by the first word of its operation. */
  public boolean mayChangeUsers() {
    return service.equals("cognito-idp") && !operation.matches("(Get|List|Describe|GET ).*");
  }

  /** Returns the request in one line: method and path of the API, or service and operation. */
  public String title() {
    return toApi() ? method + " " + path : service + " " + operation;
  }
}
