package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import jakarta.mail.Address;
import jakarta.mail.Header;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A parser of MIME messages. */
public final class MimeReader {

  private @Nullable String text;
  private @Nullable String html;

  private MimeReader() {}

  /**
   * Returns the mail in these bytes; its sender is empty if the message has no From header. Throws
   * {@link QueryError} for what is no MIME message.
   */
  public static Mail read(byte[] mime) {
    try {
      MimeMessage message =
          new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mime));
      MimeReader parts = new MimeReader();
      parts.collect(message);
      return new Mail(
          addresses(message.getFrom()).stream().findFirst().orElse(""),
          addresses(message.getRecipients(RecipientType.TO)),
          addresses(message.getRecipients(RecipientType.CC)),
          addresses(message.getRecipients(RecipientType.BCC)),
          Objects.requireNonNullElse(message.getSubject(), ""),
          parts.text,
          parts.html,
          new SendOptions(
              message.getHeader("Reply-To") == null ? List.of() : addresses(message.getReplyTo()),
              null,
              Map.of(),
              headers(message)));
    } catch (MessagingException | IOException e) {
      throw QueryError.invalidParameter("The raw message cannot be read as MIME");
    }
  }

  /** The first part of each kind counts; attachments never do. */
  private void collect(Part part) throws MessagingException, IOException {
    if (Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition())) {
      return;
    }
    Object content = part.getContent();
    if (content instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        collect(parts.getBodyPart(i));
      }
    } else if (content instanceof String body && part.isMimeType("text/html")) {
      html = Objects.requireNonNullElse(html, body);
    } else if (content instanceof String body && part.isMimeType("text/plain")) {
      text = Objects.requireNonNullElse(text, body);
    }
  }

  private static Map<String, String> headers(MimeMessage message) throws MessagingException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : Collections.list(message.getAllHeaders())) {
      headers.merge(header.getName(), header.getValue(), (one, other) -> one + "\n" + other);
    }
    return headers;
  }

  private static List<String> addresses(Address @Nullable [] addresses) {
    return addresses == null
        ? List.of()
        : Stream.of(addresses)
            .map(
                each -> each instanceof InternetAddress it ? it.toUnicodeString() : each.toString())
            .toList();
  }
}
