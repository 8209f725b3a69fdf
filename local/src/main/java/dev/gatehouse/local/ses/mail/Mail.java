package dev.gatehouse.local.ses.mail;

import com.google.gson.annotations.SerializedName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail to send. Its parts are kept compressed, since an inbox has thousands of them.
 *
 * @param source the sender, {@code a@b} or {@code Name <a@b>}
 * @param packedText the text part, null if there is none
 * @param packedHtml the HTML part, null if there is none
 */
public record Mail(
    String source,
    List<String> to,
    List<String> cc,
    List<String> bcc,
    String subject,
    @SerializedName("text") @Nullable PackedText packedText,
    @SerializedName("html") @Nullable PackedText packedHtml,
    SendOptions options) {

  /** Creates a mail. */
  public Mail(
      String source,
      List<String> to,
      List<String> cc,
      List<String> bcc,
      String subject,
      @Nullable String text,
      @Nullable String html,
      SendOptions options) {
    this(source, to, cc, bcc, subject, pack(text), pack(html), options);
  }

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
    return new Mail(source, to, cc, bcc, subject, packedText, packedHtml, other);
  }

  /** Returns the text part, null if there is none. */
  public @Nullable String text() {
    return packedText == null ? null : packedText.text();
  }

  /** Returns the HTML part, null if there is none. */
  public @Nullable String html() {
    return packedHtml == null ? null : packedHtml.text();
  }

  private static @Nullable PackedText pack(@Nullable String part) {
    return part == null ? null : PackedText.of(part);
  }
}
