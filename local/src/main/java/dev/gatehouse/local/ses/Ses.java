package dev.gatehouse.local.ses;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.ses.QueryXml.Content;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Is SES v1: takes mails from verified identities and keeps them in the {@link Inbox}. */
public final class Ses implements Service, MailSender {

  /** Sends for pools that leave it to Cognito; it is AWS's own, no identity of this account. */
  private static final String COGNITO_DEFAULT = "no-reply@verificationemail.com";

  private final SendingRules rules;
  private final Inbox inbox = new Inbox();
  private final Clock clock;

  Ses(SendingRules rules, Clock clock) {
    this.rules = rules;
    this.clock = clock;
  }

  /** Takes the identities that the plan declares or sends through as verified. */
  public static Ses of(Plan plan, Clock clock) {
    return new Ses(SendingRules.of(plan), clock);
  }

  /** Returns what was sent. */
  public Inbox inbox() {
    return inbox;
  }

  @Override
  public String send(Mail mail) {
    if (!mail.source().equals(COGNITO_DEFAULT)) {
      try {
        rules.check(mail, List.of());
      } catch (QueryRefused e) {
        throw new MessageRejected(String.valueOf(e.getMessage()));
      }
    }
    return keep(mail);
  }

  private Content sent(QueryCall call, Mail mail) {
    rules.check(mail, HandlingFromCall.identityArns(call));
    return QueryXml.text("MessageId", keep(mail));
  }

  private String keep(Mail mail) {
    Instant now = clock.instant();
    String id = "%016x-%s".formatted(now.toEpochMilli(), UUID.randomUUID());
    inbox.add(new SentMail(id, now.truncatedTo(ChronoUnit.MILLIS), mail));
    return id;
  }

  @Override
  public Response answer(Request request) {
    try {
      QueryCall call = QueryCall.of(request);
      return QueryXml.answer(call.action(), result(call));
    } catch (QueryRefused e) {
      return QueryXml.error(e.code(), String.valueOf(e.getMessage()));
    } catch (MessageRejected e) {
      return QueryXml.error("MessageRejected", String.valueOf(e.getMessage()));
    }
  }

  private Content result(QueryCall call) {
    return switch (call.action()) {
      case "SendEmail" -> sent(call, MailFromCall.simple(call));
      case "SendRawEmail" -> sent(call, MailFromCall.raw(call));
      case "VerifyEmailIdentity" -> verifyEmail(call);
      case "VerifyDomainIdentity" -> verifyDomain(call);
      case "GetIdentityVerificationAttributes" -> verificationAttributes(call);
      case "ListIdentities" -> listIdentities(call);
      case "GetSendQuota" -> this::quota;
      default ->
          throw new QueryRefused(
              "InvalidAction",
              "Could not find operation %s for version 2010-12-01".formatted(call.action()));
    };
  }

  private Content verifyEmail(QueryCall call) {
    rules.identities().verify(call.required("EmailAddress"));
    return xml -> {};
  }

  private Content verifyDomain(QueryCall call) {
    String domain = call.required("Domain");
    rules.identities().verify(domain);
    return QueryXml.text("VerificationToken", token(domain));
  }

  private Content verificationAttributes(QueryCall call) {
    List<String> known =
        call.members("Identities").stream().filter(rules.identities()::contains).toList();
    return QueryXml.element(
        "VerificationAttributes",
        xml -> {
          for (String identity : known) {
            QueryXml.element("entry", verified(identity)).write(xml);
          }
        });
  }

  private static Content verified(String identity) {
    return xml -> {
      QueryXml.text("key", identity).write(xml);
      QueryXml.element(
              "value",
              value -> {
                QueryXml.text("VerificationStatus", "Success").write(value);
                if (!identity.contains("@")) {
                  QueryXml.text("VerificationToken", token(identity)).write(value);
                }
              })
          .write(xml);
    };
  }

  private Content listIdentities(QueryCall call) {
    String type = call.optional("IdentityType").orElse("");
    return QueryXml.element(
        "Identities",
        xml -> {
          for (String identity : rules.identities().all()) {
            if (type.isEmpty() || type.equals("EmailAddress") == identity.contains("@")) {
              QueryXml.text("member", identity).write(xml);
            }
          }
        });
  }

  /** An account out of the sandbox. */
  private void quota(XMLStreamWriter xml) throws XMLStreamException {
    Instant since = clock.instant().minus(Duration.ofHours(24));
    long sent = inbox.mails().stream().filter(mail -> mail.at().isAfter(since)).count();
    QueryXml.text("SentLast24Hours", sent + ".0").write(xml);
    QueryXml.text("Max24HourSend", "50000.0").write(xml);
    QueryXml.text("MaxSendRate", "14.0").write(xml);
  }

  /** Stands for what would go into DNS; the same for a domain every time. */
  private static String token(String domain) {
    return Base64.getEncoder().encodeToString(domain.getBytes(StandardCharsets.UTF_8));
  }
}
