package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;

/** The operation that sends a mail that SES composes from subject, text part and HTML part. */
record SendEmail(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
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
    MailAddresses.validate(mail);
    return SesXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }
}
