package dev.gatehouse.local.ses;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Reads the mail out of SendEmail and SendRawEmail. */
final class MailFromCall {

  private static final int RECIPIENTS_AT_MOST = 50;

  private MailFromCall() {}

  static Mail simple(QueryCall call) {
    return checked(
        new Mail(
            call.required("Source"),
            call.members("Destination.ToAddresses"),
            call.members("Destination.CcAddresses"),
            call.members("Destination.BccAddresses"),
            call.required("Message.Subject.Data"),
            call.optional("Message.Body.Text.Data").orElse(null),
            call.optional("Message.Body.Html.Data").orElse(null),
            HandlingFromCall.of(call)));
  }

  /** The call's own sender and recipients go before those of the message, as on AWS. */
  static Mail raw(QueryCall call) {
    Mail mail = MimeReader.read(decoded(call.required("RawMessage.Data")));
    List<String> destinations = call.members("Destinations");
    boolean own = destinations.isEmpty();
    return checked(
        new Mail(
            call.optional("Source").orElse(mail.source()),
            own ? mail.to() : destinations,
            own ? mail.cc() : List.of(),
            own ? mail.bcc() : List.of(),
            mail.subject(),
            mail.text(),
            mail.html(),
            HandlingFromCall.of(call, mail.handling())));
  }

  private static byte[] decoded(String base64) {
    try {
      byte[] message = Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
      if (message.length == 0) {
        throw new IllegalArgumentException("empty");
      }
      return message;
    } catch (IllegalArgumentException e) {
      throw new QueryRefused("InvalidParameterValue", "RawMessage.Data is not a message in Base64");
    }
  }

  private static Mail checked(Mail mail) {
    List<String> recipients =
        Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).toList();
    if (recipients.isEmpty()) {
      throw new MessageRejected("There are no recipients specified");
    }
    if (recipients.size() > RECIPIENTS_AT_MOST) {
      throw new QueryRefused("InvalidParameterValue", "Recipient count exceeds 50.");
    }
    recipients.forEach(MailFromCall::checkAddress);
    checkAddress(mail.source());
    return mail;
  }

  private static void checkAddress(String address) {
    try {
      // A name may be in any letters; it goes out encoded.
      String plain = new InternetAddress(address, true).getAddress();
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(plain)) {
        throw new MessageRejected("There are non-ASCII characters in the email address");
      }
    } catch (AddressException e) {
      // SES answers in the words of the same mail library.
      throw new QueryRefused("InvalidParameterValue", String.valueOf(e.getMessage()));
    }
  }
}
