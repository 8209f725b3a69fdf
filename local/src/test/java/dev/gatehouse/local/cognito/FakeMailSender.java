package dev.gatehouse.local.cognito;

import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.ses.mail.MessageRejected;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A mail sender that records e-mails, or rejects them on request of a test. */
public final class FakeMailSender implements MailSender {
  private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

  public final List<Mail> mails = new CopyOnWriteArrayList<>();
  public @Nullable String refusal;

  public Mail last() {
    return mails.getLast();
  }

  /** Returns the code in the last e-mail. */
  public String code() {
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
