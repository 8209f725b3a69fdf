package dev.gatehouse.local.ses.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to send.
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
    @Nullable String html,
    SendOptions options) {

  /** Creates a mail without send options. */
  public Mail(
      String source,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      String subject,
      @Nullable String text,
      @Nullable String html) {
    this(source, to, cc, bcc, subject, text, html, SendOptions.NONE);
  }

  /** Returns a mail to one recipient with only an HTML part, as Cognito sends it. */
  public static Mail html(String source, String to, String subject, String html) {
    return new Mail(source, List.of(to), List.of(), List.of(), subject, null, html);
  }

  /** Returns the same mail with other send options. */
  public Mail with(SendOptions other) {
    return new Mail(source, to, cc, bcc, subject, text, html, other);
  }
}
