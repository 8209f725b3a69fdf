package dev.gatehouse.local.cognito.hosted.pages;

import dev.gatehouse.local.cognito.hosted.html.HtmlResponses;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import io.jstach.jstache.JStache;
import io.jstach.jstachio.JStachio;

/** The page for errors that must not be redirected to an app client: {@code /error}. */
public final class ErrorPage implements Service {

  /** The view of the template. */
  @JStache(path = "dev/gatehouse/local/cognito/hosted/error.html")
  record View(String error) {}

  @Override
  public Response handle(Request request) {
    View view = new View(request.parameter("error").orElse("unknown"));
    return HtmlResponses.of(400, JStachio.render(view));
  }
}
