package dev.gatehouse.local.cognito.hosted.html;

import dev.gatehouse.local.http.Response;
import io.jstach.jstachio.JStachio;

/** HTTP responses with HTML that runs no script, is never framed and is never cached. */
public final class HtmlResponses {
  // No form-action: browsers apply it to the redirect to the app client as well.
  private static final String POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

  private HtmlResponses() {}

  /** Returns the response with a form, which is an error if the page has a problem. */
  public static Response of(FormPage page) {
    return of(page.problem() == null ? 200 : 400, JStachio.render(page));
  }

  /** Returns the response with this page. */
  public static Response of(int status, String html) {
    return Response.of(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", POLICY)
        // Not no-referrer, under which a browser posts the page's own forms with the origin null.
        .with("Referrer-Policy", "same-origin")
        .with("X-Content-Type-Options", "nosniff")
        .with("X-Frame-Options", "DENY");
  }
}
