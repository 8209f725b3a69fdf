package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import java.util.List;

/** The operation that sends a mail that SES composes from subject, text part and HTML part. */
record SendEmail(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    Mail mail =
        new Mail(
            request.required("Source"),
            request.members("Destination.ToAddresses"),
            request.members("Destination.CcAddresses"),
            request.members("Destination.BccAddresses"),
            subject(request),
            request.optional("Message.Body.Text.Data").orElse(null),
            request.optional("Message.Body.Html.Data").orElse(null),
            SendParameters.options(request));
    MailAddresses.requireEncoded(List.of(mail.source()));
    MailAddresses.requireEncoded(mail.to());
    MailAddresses.requireEncoded(mail.cc());
    MailAddresses.requireEncoded(mail.bcc());
    MailAddresses.validate(mail);
    return QueryXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }

  /** Returns the subject; a line break in it would add a header to the mail. */
  private static String subject(QueryRequest request) {
    String subject = request.required("Message.Subject.Data");
    if (subject.chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw QueryError.invalidParameter("The subject contains control characters");
    }
    return subject;
  }
}
