package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.account.SesAccount;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.query.SesError;
import dev.gatehouse.local.ses.query.SesRequest;
import dev.gatehouse.local.ses.query.SesXml;
import dev.gatehouse.local.ses.query.SesXml.XmlContent;
import java.util.Base64;
import java.util.List;

/** The operation that sends a whole MIME message. */
record SendRawEmail(SesAccount account) implements SesOperation {

  @Override
  public XmlContent execute(SesRequest request) {
    Mail mail = mail(request);
    MailAddresses.validate(mail);
    return SesXml.text("MessageId", account.send(mail, SendParameters.identityArns(request)));
  }

  /** Sender and recipients of the request replace those of the message, as on AWS. */
  private static Mail mail(SesRequest request) {
    Mail message = MimeReader.read(decode(request.required("RawMessage.Data")));
    List<String> destinations = request.members("Destinations");
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
      throw SesError.invalidParameter("RawMessage.Data is not a message in Base64");
    }
  }
}
