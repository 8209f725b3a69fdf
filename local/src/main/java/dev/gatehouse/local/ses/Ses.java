package dev.gatehouse.local.ses;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.ses.account.SendingRules;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Inbox;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MailSender;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.operations.SesOperations;
import dev.gatehouse.local.ses.v2.SesV2;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.util.List;

/** Amazon SES v1 and v2, which stores the mail of verified identities in an {@link Inbox}. */
public final class Ses implements Service, MailSender {

  /** The sender of user pools without an SES identity: AWS's own, which no account verifies. */
  private static final String COGNITO_DEFAULT = "no-reply@verificationemail.com";

  private static final QueryXml XML = new QueryXml("http://ses.amazonaws.com/doc/2010-12-01/");

  private final SesAccount account;
  private final SesOperations operations;
  private final SesV2 v2;

  Ses(SesAccount account) {
    this.account = account;
    this.operations = SesOperations.on(account);
    this.v2 = new SesV2(account);
  }

  /**
   * Creates SES with the identities and configuration sets of the plan, all of them verified, and
   * with what was stored.
   */
  public static Ses of(Plan plan, Clock clock, StateStore state) {
    return new Ses(new SesAccount(SendingRules.of(plan, state), clock, state));
  }

  /** Returns the inbox with every mail sent. */
  public Inbox inbox() {
    return account.inbox();
  }

  /** Returns the verified identity that covers a sender. */
  public String identityOf(String source) {
    return account.identities().covering(source);
  }

  /** Sends a mail of Cognito, whose default sender needs no verified identity. */
  @Override
  public String send(Mail mail) {
    if (mail.source().equals(COGNITO_DEFAULT)) {
      return account.store(mail);
    }
    try {
      return account.send(mail, List.of());
    } catch (QueryError e) {
      throw new MessageRejected(String.valueOf(e.getMessage()));
    }
  }

  @Override
  public Response handle(Request request) {
    if (request.path().startsWith(SesV2.PATH)) {
      return v2.handle(request);
    }
    try {
      QueryRequest read = QueryRequest.of(request);
      return XML.success(read.action(), operations.find(read.action()).execute(read));
    } catch (QueryError e) {
      return XML.error(e.code(), String.valueOf(e.getMessage()));
    } catch (MessageRejected e) {
      return XML.error("MessageRejected", String.valueOf(e.getMessage()));
    }
  }
}
