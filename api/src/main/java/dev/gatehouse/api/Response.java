package dev.gatehouse.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Holds the answer to a request and what the log may say of it. */
record Response(int status, Map<String, String> headers, String body, Note note) {

  /** Copies the headers, in their order. */
  Response {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** Returns an answer of JSON. */
  static Response of(int status, Object answer) {
    return new Response(status, headers("application/json"), JsonText.write(answer), Note.NOTHING);
  }

  /** Returns an answer of problem+json. */
  static Response of(RequestRefused refused) {
    Problem problem = refused.problem();
    Map<String, String> headers = headers("application/problem+json");
    switch (problem) {
      // The limit of attempts is counted by the hour, that of requests by the second.
      case TOO_MANY_ATTEMPTS -> headers.put("Retry-After", "900");
      case TOO_MANY_REQUESTS -> headers.put("Retry-After", "5");
      case TOKEN_MISSING -> headers.put("WWW-Authenticate", "Bearer");
      case TOKEN_INVALID, ACCESS_TOKEN_REQUIRED, PASSWORD_RESET_REQUIRED ->
          headers.put("WWW-Authenticate", "Bearer error=\"invalid_token\"");
      default -> {}
    }
    String body = JsonText.write(ProblemBody.of(problem, refused.detail()));
    return new Response(
        problem.status(), headers, body, new Note(problem, refused.origin(), null, false));
  }

  /** Returns the same answer with one more header. */
  Response with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Response(status, more, body, note);
  }

  /** Returns the same answer with the user whom it is about, for the log. */
  Response about(String sub, boolean repaired) {
    return new Response(status, headers, body, new Note(note.problem, note.origin, sub, repaired));
  }

  private static Map<String, String> headers(String contentType) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Content-Type", contentType);
    headers.put("Cache-Control", "no-store");
    headers.put("X-Content-Type-Options", "nosniff");
    return headers;
  }

  /**
   * Holds what the log may say of an answer.
   *
   * @param origin the type of the error of another service
   * @param repaired whether a missing row was written
   */
  record Note(
      @Nullable Problem problem, @Nullable String origin, @Nullable String sub, boolean repaired) {
    /** Says nothing. */
    static final Note NOTHING = new Note(null, null, null, false);
  }
}
