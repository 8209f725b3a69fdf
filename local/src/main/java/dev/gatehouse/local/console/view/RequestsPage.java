package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/**
 * The requests to the API, or to AWS's services.
 *
 * @param event the name of the server-sent event with a new row
 */
@JStache(path = "dev/gatehouse/local/console/requests.html")
public record RequestsPage(Paging paging, String event, List<RequestRow> requests) {

  /** Returns whether there is no request to show. */
  public boolean empty() {
    return requests.isEmpty();
  }
}
