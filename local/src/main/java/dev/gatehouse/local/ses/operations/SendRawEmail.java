package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.awsquery.QueryRequest;
import dev.gatehouse.local.awsquery.QueryXml;
import dev.gatehouse.local.awsquery.QueryXml.XmlContent;
import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import java.util.Base64;
import java.util.List;

/** The operation that sends a whole MIME message. */
record SendRawEmail(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(QueryRequest request) {
    Mail mail = mail(request);
    MailAddresses.validate(mail);
    return QueryXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }

  /** Sender and recipients of the request replace those of the message, as on AWS. */
  private static Mail mail(QueryRequest request) {
    Mail message = MimeReader.read(decode(request.required("RawMessage.Data")));
    List<String> destinations = request.members("Destinations");
    MailAddresses.requireEncoded(destinations);
    MailAddresses.requireEncoded(request.optional("Source").stream().toList());
    boolean replaced = !destinations.isEmpty();
    return new Mail(
        request.optional("Source").orElse(message.source()),
        replaced ? destinations : message.to(),
        replaced ? List.of() : message.cc(),
        replaced ? List.of() : message.bcc(),
        message.subject(),
        message.text(),
        message.html(),
        SendParameters.options(request, message.options()));
  }

  private static byte[] decode(String base64) {
    try {
      byte[] message = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      if (message.length == 0) {
        throw new IllegalArgumentException("empty");
      }
      return message;
    } catch (IllegalArgumentException e) {
      throw QueryError.invalidParameter("RawMessage.Data is not a message in Base64");
    }
  }
}
