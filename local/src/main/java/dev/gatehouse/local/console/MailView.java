package dev.gatehouse.local.console;

import dev.gatehouse.local.ses.Handling;
import dev.gatehouse.local.ses.Mail;
import dev.gatehouse.local.ses.SentMail;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Is one mail as the page shows it. */
record MailView(
    String id,
    String time,
    String to,
    String subject,
    @Nullable String html,
    @Nullable String text,
    List<Field> headers) {

  /** Is one line of the headers. */
  record Field(String name, String value) {}

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

  /** Says which part is seen first where there is no HTML. */
  boolean textFirst() {
    return html == null;
  }

  boolean headersFirst() {
    return html == null && text == null;
  }

  private static List<Field> headers(SentMail sent) {
    Mail mail = sent.mail();
    Handling handling = mail.handling();
    List<Field> fields = new ArrayList<>();
    fields.add(new Field("From", mail.source()));
    add(fields, "To", mail.to());
    add(fields, "Cc", mail.cc());
    add(fields, "Bcc", mail.bcc());
    add(fields, "Reply-To", handling.replyTo());
    fields.add(new Field("Subject", mail.subject()));
    fields.add(new Field("Date", sent.at().toString()));
    fields.add(new Field("Message-ID", sent.id()));
    if (handling.configurationSet() != null) {
      fields.add(new Field("Configuration set", handling.configurationSet()));
    }
    handling.tags().forEach((name, value) -> fields.add(new Field("Tag " + name, value)));
    handling.headers().forEach((name, value) -> fields.add(new Field("Raw " + name, value)));
    return fields;
  }

  private static void add(List<Field> fields, String name, List<String> addresses) {
    if (!addresses.isEmpty()) {
      fields.add(new Field(name, String.join(", ", addresses)));
    }
  }
}
