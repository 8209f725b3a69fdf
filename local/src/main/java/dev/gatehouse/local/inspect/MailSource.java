package dev.gatehouse.local.inspect;

import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SentMail;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** The source of a mail: its headers and parts as a MIME message. */
public final class MailSource {

  private MailSource() {}

  /** Returns the message as text; recipients of Bcc are shown, although SES removes them. */
  public static String of(SentMail sent) {
    try {
      MimeMessage message = new WithMessageId(sent.id());
      headers(message, sent);
      content(message, sent.mail());
      message.saveChanges();
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      message.writeTo(out);
      return out.toString(StandardCharsets.UTF_8);
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void headers(MimeMessage message, SentMail sent) throws MessagingException {
    Mail mail = sent.mail();
    message.setHeader("From", mail.source());
    set(message, "To", mail.to());
    set(message, "Cc", mail.cc());
    set(message, "Bcc", mail.bcc());
    set(message, "Reply-To", mail.options().replyTo());
    message.setSubject(mail.subject(), "UTF-8");
    message.setSentDate(Date.from(sent.at()));
    if (mail.options().configurationSet() != null) {
      message.setHeader("X-SES-CONFIGURATION-SET", mail.options().configurationSet());
    }
    for (Map.Entry<String, String> tag : mail.options().tags().entrySet()) {
      message.addHeader("X-SES-MESSAGE-TAGS", tag.getKey() + "=" + tag.getValue());
    }
    for (Map.Entry<String, String> header : mail.options().headers().entrySet()) {
      if (message.getHeader(header.getKey()) == null) {
        message.setHeader(header.getKey(), header.getValue());
      }
    }
  }

  private static void set(MimeMessage message, String name, List<String> addresses)
      throws MessagingException {
    if (!addresses.isEmpty()) {
      message.setHeader(name, String.join(", ", addresses));
    }
  }

  private static void content(Message message, Mail mail) throws MessagingException {
    MimeMultipart parts = new MimeMultipart("alternative");
    add(parts, mail.text(), "plain");
    add(parts, mail.html(), "html");
    message.setContent(parts);
  }

  private static void add(MimeMultipart parts, @Nullable String text, String subtype)
      throws MessagingException {
    if (text != null) {
      MimeBodyPart part = new MimeBodyPart();
      part.setText(text, "UTF-8", subtype);
      part.setHeader("Content-Transfer-Encoding", "8bit");
      parts.addBodyPart(part);
    }
  }

  /** A message that keeps the id that SES gave it. */
  private static final class WithMessageId extends MimeMessage {

    private final String id;

    WithMessageId(String id) {
      super(Session.getInstance(new Properties()));
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@email.amazonses.com>");
    }
  }
}
