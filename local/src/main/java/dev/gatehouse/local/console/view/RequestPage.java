package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;

/** A request with its response and what it caused; passwords and tokens are masked. */
@JStache(path = "dev/gatehouse/local/console/request.html")
public record RequestPage(
    RequestRow row,
    List<MailPage.HeaderField> headers,
    String request,
    String response,
    List<StepView> steps) {

  /** Returns whether the request caused nothing else. */
  public boolean noSteps() {
    return steps.isEmpty();
  }
}
