package dev.gatehouse.local.browser;

import dev.gatehouse.local.http.Problem;
import dev.gatehouse.local.http.Response;

/** The response 403 of the emulator itself, a problem of RFC 9457. */
final class Forbidden {

  private Forbidden() {}

  /** Returns the response with this sentence. */
  static Response because(String detail) {
    return Problem.response(403, "Forbidden", detail);
  }
}
