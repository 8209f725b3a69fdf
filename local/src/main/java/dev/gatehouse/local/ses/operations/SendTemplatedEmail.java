package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.templates.MailTemplate;

/**
 * The operation that sends a mail made of a template. A missing value is refused at once, where AWS
 * accepts the request and sends no mail.
 */
record SendTemplatedEmail(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    MailTemplate.Content content =
        account
            .templates()
            .find(request.required("Template"))
            .render(request.required("TemplateData"));
    Mail mail =
        new Mail(
            request.required("Source"),
            request.members("Destination.ToAddresses"),
            request.members("Destination.CcAddresses"),
            request.members("Destination.BccAddresses"),
            content.subject(),
            content.text(),
            content.html(),
            SendParameters.options(request));
    MailAddresses.validateParameters(mail);
    return QueryXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }
}
