package dev.gatehouse.local.console;

import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.SendOptions;
import dev.gatehouse.local.ses.mail.SentMail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An email in the console. */
record MailView(
    String id,
    String time,
    String to,
    String subject,
    @Nullable String html,
    @Nullable String text,
    List<HeaderField> headers) {

  /** A header. */
  record HeaderField(String name, String value) {}

  /** Returns the view of a sent email. */
  static MailView of(SentMail sent, String time) {
    Mail mail = sent.mail();
    return new MailView(
        sent.id(),
        time,
        String.join(", ", mail.to()),
        mail.subject(),
        mail.html(),
        mail.text(),
        headers(sent));
  }

  /** Returns whether the text is selected first, since there is no HTML. */
  boolean textFirst() {
    return html == null;
  }

  boolean headersFirst() {
    return html == null && text == null;
  }

  private static List<HeaderField> headers(SentMail sent) {
    Mail mail = sent.mail();
    SendOptions options = mail.options();
    List<HeaderField> fields = new ArrayList<>();
    fields.add(new HeaderField("From", mail.source()));
    add(fields, "To", mail.to());
    add(fields, "Cc", mail.cc());
    add(fields, "Bcc", mail.bcc());
    add(fields, "Reply-To", options.replyTo());
    fields.add(new HeaderField("Subject", mail.subject()));
    fields.add(new HeaderField("Date", sent.at().toString()));
    fields.add(new HeaderField("Message-ID", sent.id()));
    if (options.configurationSet() != null) {
      fields.add(new HeaderField("Configuration set", options.configurationSet()));
    }
    options.tags().forEach((name, value) -> fields.add(new HeaderField("Tag " + name, value)));
    options.headers().forEach((name, value) -> fields.add(new HeaderField("Raw " + name, value)));
    return fields;
  }

  private static void add(List<HeaderField> fields, String name, List<String> addresses) {
    if (!addresses.isEmpty()) {
      fields.add(new HeaderField(name, String.join(", ", addresses)));
    }
  }
}
