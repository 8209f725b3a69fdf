package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A function call.
 *
 * @param user a link to the user of the event, null if there is none
 * @param log the lines that the invocation logged, newest first
 */
@JStache(path = "dev/gatehouse/local/console/call.html")
public record CallPage(
    CallRow row,
    String caller,
    MailPage.@Nullable UserLink user,
    String event,
    String response,
    List<String> log,
    List<MailPage.HeaderField> environment,
    List<StepView> steps) {

  /** Returns the number of lines of the field for the event. */
  public int eventLines() {
    return Math.min(24, 2 + (int) event.lines().count());
  }

  /** Returns whether the invocation logged nothing. */
  public boolean noLog() {
    return log.isEmpty();
  }

  /** Returns whether nothing else belongs to the trace. */
  public boolean noSteps() {
    return steps.isEmpty();
  }
}
