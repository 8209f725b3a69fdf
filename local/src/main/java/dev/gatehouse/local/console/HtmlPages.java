package dev.gatehouse.local.console;

import dev.gatehouse.local.console.Notices.Notice;
import dev.gatehouse.local.console.view.Layout;
import dev.gatehouse.local.control.RoutedRequest;
import dev.gatehouse.local.http.Response;
import io.jstach.jstachio.JStachio;
import org.jspecify.annotations.Nullable;

/** The HTML responses of the console: no foreign content, no inline script, no frame around. */
record HtmlPages(Notices notices) {

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self';"
          + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

  /** The content of a mail is executed and fetched by no browser, framed or not. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox;"
          + " frame-ancestors 'self'";

  /** Returns a page with the content of a template. */
  Response page(RoutedRequest request, String title, String address, Object content) {
    Notice notice = notices.take(request.query("notice"));
    return page(200, title, address, content, notice);
  }

  /** Returns a page with the error of an action. */
  Response problem(int status, String title, String address, Object content, String problem) {
    return page(status, title, address, content, new Notice(problem, true));
  }

  private Response page(
      int status, String title, String address, Object content, @Nullable Notice notice) {
    Layout layout =
        Layout.of(
            title,
            address,
            JStachio.render(content),
            notice == null || notice.problem() ? null : notice.text(),
            notice != null && notice.problem() ? notice.text() : null);
    return html(status, JStachio.render(layout), POLICY).with("X-Frame-Options", "DENY");
  }

  /** Returns the HTML of a mail for a frame of the console. */
  Response mail(String html) {
    return html(200, html, MAIL_POLICY).with("X-Frame-Options", "SAMEORIGIN");
  }

  private static Response html(int status, String html, String policy) {
    return Response.of(status, "text/html; charset=utf-8", html)
        .with("Cache-Control", "no-store")
        .with("Content-Security-Policy", policy)
        .with("Referrer-Policy", "no-referrer")
        .with("X-Content-Type-Options", "nosniff");
  }
}
