package dev.gatehouse.local.ses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is one e-mail on its way.
 *
 * @param source the sender, {@code a@b} or {@code Name <a@b>}
 * @param text the text part, null if there is none
 * @param html the HTML part, null if there is none
 * @param handling what the sender says beside it
 */
public record Mail(
    String source,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String subject,
    @Nullable String text,
    @Nullable String html,
    Handling handling) {

  /** Takes a mail of which nothing more is said. */
  public Mail(
      String source,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      String subject,
      @Nullable String text,
      @Nullable String html) {
    this(source, to, cc, bcc, subject, text, html, Handling.PLAIN);
  }

  /** Returns a mail to one person with an HTML part alone, which is what Cognito sends. */
  public static Mail html(String source, String to, String subject, String html) {
    return new Mail(source, List.of(to), List.of(), List.of(), subject, null, html);
  }

  /** Returns the same mail with this said beside it. */
  public Mail with(Handling other) {
    return new Mail(source, to, cc, bcc, subject, text, html, other);
  }
}
