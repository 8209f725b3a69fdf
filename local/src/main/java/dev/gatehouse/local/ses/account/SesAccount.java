package dev.gatehouse.local.ses.account;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.mail.SentMail;
import dev.gatehouse.local.ses.templates.MailTemplates;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** An SES account outside the SES sandbox, which sends to any recipient. */
public final class SesAccount {

  private final SendingRules rules;
  private final Inbox inbox;
  private final MailTemplates templates;
  private final Clock clock;

  /** Creates an account with the mails and templates that were stored. */
  public SesAccount(SendingRules rules, Clock clock, StateStore state) {
    this.rules = rules;
    this.clock = clock;
    this.inbox = new Inbox(state);
    this.templates = new MailTemplates(clock, state);
  }

  /** Returns the verified identities. */
  public Identities identities() {
    return rules.identities();
  }

  /** Returns the templates of mails. */
  public MailTemplates templates() {
    return templates;
  }

  /** Returns the inbox with every mail sent. */
  public Inbox inbox() {
    return inbox;
  }

  /**
   * Sends a mail and returns its message id; throws {@link MessageRejected} or {@link QueryError}
   * if SES refuses it.
   *
   * @param identityArns the identities whose sending authorization the request names
   */
  public String send(Mail mail, List<String> identityArns) {
    rules.check(mail, identityArns);
    return store(mail);
  }

  /** Stores a mail in the inbox without any check and returns its message id. */
  public String store(Mail mail) {
    Instant now = clock.instant();
    String id = String.format(Locale.ROOT, "%016x-%s", now.toEpochMilli(), UUID.randomUUID());
    inbox.add(new SentMail(id, now.truncatedTo(ChronoUnit.MILLIS), mail));
    return id;
  }

  /** Returns how many mails of the inbox were sent in each quarter of an hour that has any. */
  public SortedMap<Instant, Long> sentByQuarterHour() {
    return inbox.mails().stream()
        .collect(
            Collectors.groupingBy(
                mail -> Instant.ofEpochSecond(Math.floorDiv(mail.at().getEpochSecond(), 900) * 900),
                TreeMap::new,
                Collectors.counting()));
  }

  /** Returns how many mails of the inbox were sent in the last 24 hours. */
  public long sentLast24Hours() {
    Instant since = clock.instant().minus(Duration.ofHours(24));
    return inbox.mails().stream().filter(mail -> mail.at().isAfter(since)).count();
  }
}
