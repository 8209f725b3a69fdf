package dev.gatehouse.api.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The response to a request, with a note for the log. */
public record Response(int status, Map<String, String> headers, String body, LogNote logNote) {

  /** Creates a response with a copy of the headers in their order. */
  public Response {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Returns a response with the JSON of a record. */
  public static Response of(int status, Object body) {
    return ofJson(status, JsonText.write(body));
  }

  /** Returns a response without a body. */
  public static Response noContent() {
    Map<String, String> headers = headers("");
    headers.remove("Content-Type");
    return new Response(204, headers, "", LogNote.EMPTY);
  }

  /** Returns a response with a JSON text. */
  public static Response ofJson(int status, String json) {
    return new Response(status, headers("application/json"), json, LogNote.EMPTY);
  }

  /** Returns the problem of a refusal. */
  public static Response of(RequestRefused refused) {
    Problem problem = refused.problem();
    Map<String, String> headers = headers("application/problem+json");
    switch (problem) {
      // Cognito counts attempts per hour and requests per second.
      case TOO_MANY_ATTEMPTS -> headers.put("Retry-After", "900");
      case TOO_MANY_REQUESTS -> headers.put("Retry-After", "5");
      case REQUEST_OUTSTANDING -> headers.put("Retry-After", "1");
      case TOKEN_MISSING -> headers.put("WWW-Authenticate", "Bearer");
      case TOKEN_INVALID, ACCESS_TOKEN_REQUIRED, PASSWORD_RESET_REQUIRED ->
          headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      default -> {}
    }
    String body = JsonText.write(ProblemBody.of(problem, refused.detail()));
    return new Response(
        problem.status(), headers, body, new LogNote(problem, refused.errorType(), null, null));
  }

  /** Returns this response without its body, as HEAD has it. */
  public Response withoutBody() {
    return new Response(status, headers, "", logNote);
  }

  /** Returns this response with one more header. */
  public Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, logNote);
  }

  /** Returns this response with the user whom it is about, for the log. */
  public Response about(String sub) {
    return new Response(
        status,
        headers,
        body,
        new LogNote(logNote.problem, logNote.errorType, sub, logNote.metric));
  }

  /** Returns this response with the type of an error that it survived, for the log. */
  public Response causedBy(String errorType) {
    return new Response(
        status,
        headers,
        body,
        new LogNote(logNote.problem, errorType, logNote.sub, logNote.metric));
  }

  /** Returns this response with the metric that counts it. */
  public Response countedAs(String metric) {
    return new Response(
        status,
        headers,
        body,
        new LogNote(logNote.problem, logNote.errorType, logNote.sub, metric));
  }

  private static Map<String, String> headers(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    return headers;
  }

  /**
   * The facts about a response that are logged.
   *
   * @param errorType the type of the error of another service that caused the problem
   * @param metric the metric that counts a success, besides the invocation
   */
  public record LogNote(
      @Nullable Problem problem,
      @Nullable String errorType,
      @Nullable String sub,
      @Nullable String metric) {
    /** A note without facts. */
    static final LogNote EMPTY = new LogNote(null, null, null, null);
  }
}
