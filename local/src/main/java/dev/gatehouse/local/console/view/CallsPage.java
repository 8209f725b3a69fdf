package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/** The function calls. */
@JStache(path = "dev/gatehouse/local/console/calls.html")
public record CallsPage(Paging paging, List<CallRow> calls) {

  /** Returns whether there is no call to show. */
  public boolean empty() {
    return calls.isEmpty();
  }
}
