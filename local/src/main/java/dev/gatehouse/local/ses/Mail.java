package dev.gatehouse.local.ses;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Is one e-mail on its way.
 *
 * @param source the sender, {@code a@b} or {@code Name <a@b>}
 * @param text the text part, null if there is none
 * @param html the HTML part, null if there is none
 */
public record Mail(
    String source,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String subject,
    @Nullable String text,
    @Nullable String html) {

  /** Returns a mail to one person with an HTML part alone, which is what Cognito sends. */
  public static Mail html(String source, String to, String subject, String html) {
    return new Mail(source, List.of(to), List.of(), List.of(), subject, null, html);
  }
}
