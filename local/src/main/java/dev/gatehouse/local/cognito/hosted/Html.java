package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.http.Response;

/** Sends pages in which nothing runs, which no other page frames and nobody keeps. */
final class Html {
  // No form-action: browsers hold it against the redirection to the client as well.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private Html() {}

  static Response page(int status, String html) {
    return Response.of(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", POLICY)
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY");
  }
}
