package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import dev.gatehouse.local.ses.query.SesError;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** The validation of a mail's sender and recipients. */
final class MailAddresses {

  private static final int MAX_RECIPIENTS = 50;

  private MailAddresses() {}

  /** Throws {@link MessageRejected} or {@link SesError} for addresses that SES does not accept. */
  static void validate(Mail mail) {
    List<String> recipients =
        Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).toList();
    if (recipients.isEmpty()) {
      throw new MessageRejected("There are no recipients specified");
    }
    if (recipients.size() > MAX_RECIPIENTS) {
      throw SesError.invalidParameter("Recipient count exceeds 50.");
    }
    recipients.forEach(MailAddresses::validate);
    validate(mail.source());
  }

  private static void validate(String address) {
    try {
      // The display name may contain any characters, since it is sent encoded.
      String plain = new InternetAddress(address, true).getAddress();
      if (!StandardCharsets.US_ASCII.newEncoder().canEncode(plain)) {
        throw new MessageRejected("There are non-ASCII characters in the email address");
      }
    } catch (AddressException e) {
      // SES uses the same mail library and returns its messages.
      throw SesError.invalidParameter(String.valueOf(e.getMessage()));
    }
  }
}
