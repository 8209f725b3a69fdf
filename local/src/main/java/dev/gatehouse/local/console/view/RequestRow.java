package dev.gatehouse.local.console.view;

import dev.gatehouse.local.activity.RecordedRequest;
import dev.gatehouse.local.http.Response;
import io.jstach.jstache.JStache;

/**
 * A request in a list.
 *
 * @param result the status, with the error code if there is one
 * @param style the CSS class of the result: good, refusal or bad
 */
@JStache(path = "dev/gatehouse/local/console/request-row.html")
public record RequestRow(
    String id, DisplayTime time, String title, String result, String style, long millis) {

  /** Returns the row of a request. */
  public static RequestRow of(RecordedRequest request) {
    return new RequestRow(
        request.id(),
        DisplayTime.of(request.at()),
        request.title(),
        result(request),
        request.failed() ? "bad" : request.status() >= 400 ? "refusal" : "good",
        request.latency().toMillis());
  }

  private static String result(RecordedRequest request) {
    if (request.status() == Response.NONE.status()) {
      return "connection closed";
    }
    return request.code().isEmpty()
        ? String.valueOf(request.status())
        : request.status() + " " + request.code();
  }
}
