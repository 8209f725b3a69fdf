package dev.gatehouse.local.console.view;

import io.jstach.jstache.JStache;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A mail.
 *
 * @param code the code in its text, null if there is none
 * @param frame the address of its HTML, null if there is none
 * @param user the recipient as a user, null if there is none
 */
@JStache(path = "dev/gatehouse/local/console/mail.html")
public record MailPage(
    String id,
    String subject,
    List<HeaderField> headers,
    @Nullable String code,
    @Nullable String frame,
    String text,
    String source,
    @Nullable UserLink user,
    List<StepView> steps) {

  /** A header of a mail. */
  public record HeaderField(String name, String value) {}

  /** A link to a user. */
  public record UserLink(String name, String address) {}

  /** Returns whether the text is shown first, since there is no HTML. */
  public boolean textFirst() {
    return frame == null;
  }

  /** Returns whether it is not known what caused the mail. */
  public boolean noSteps() {
    return steps.isEmpty();
  }
}
