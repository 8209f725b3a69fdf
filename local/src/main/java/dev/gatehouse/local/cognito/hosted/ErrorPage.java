package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import io.jstach.jstache.JStache;
import io.jstach.jstachio.JStachio;

/** Shows what cannot be told to a client, because it is not known which or where it is. */
final class ErrorPage implements Service {

  /** Is what the page shows. */
  @JStache(path = "dev/gatehouse/local/cognito/hosted/error.html")
  record View(String error) {}

  @Override
  public Response answer(Request request) {
    View view = new View(request.parameter("error").orElse("unknown"));
    return Html.page(400, JStachio.render(view));
  }
}
