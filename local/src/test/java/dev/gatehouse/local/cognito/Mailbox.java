package dev.gatehouse.local.cognito;

import dev.gatehouse.local.ses.Mail;
import dev.gatehouse.local.ses.MailSender;
import dev.gatehouse.local.ses.MessageRejected;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects mail, or refuses it if a test says so. */
final class Mailbox implements MailSender {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  final List<Mail> mails = new CopyOnWriteArrayList<>();
  @Nullable String refusal;

  Mail last() {
    return mails.getLast();
  }

  /** Returns the code in the newest mail. */
  String code() {
    Matcher matcher = CODE.matcher(String.valueOf(last().html()));
    if (!matcher.find()) {
      throw new AssertionError("no code in the mail");
    }
    return matcher.group();
  }

  @Override
  public String send(Mail mail) {
    if (refusal != null) {
      throw new MessageRejected(refusal);
    }
    mails.add(mail);
    return "message-" + mails.size();
  }
}
