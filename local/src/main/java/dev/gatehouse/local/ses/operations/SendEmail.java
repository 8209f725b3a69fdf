package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;

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
            request.required("Message.Subject.Data"),
            request.optional("Message.Body.Text.Data").orElse(null),
            request.optional("Message.Body.Html.Data").orElse(null),
            SendParameters.options(request));
    MailAddresses.validateParameters(mail);
    return QueryXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }
}
