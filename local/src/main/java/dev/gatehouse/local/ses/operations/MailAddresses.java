package dev.gatehouse.local.ses.operations;

import dev.gatehouse.local.awsquery.QueryError;
import dev.gatehouse.local.ses.mail.Mail;
import dev.gatehouse.local.ses.mail.MessageRejected;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The validation of a mail's sender, recipients and reply addresses. */
public final class MailAddresses {

  private static final int MAX_RECIPIENTS = 50;

  /** An at sign in a display name without quotes. */
  private static final Pattern UNQUOTED_AT = Pattern.compile("[^\"<]*@[^\"<]*<.*");

  private MailAddresses() {}

  /**
   * Throws {@link MessageRejected} or {@link QueryError} for addresses that SES does not accept.
   */
  public static void validate(Mail mail) {
    List<String> recipients =
        Stream.of(mail.to(), mail.cc(), mail.bcc()).flatMap(List::stream).toList();
    if (recipients.isEmpty()) {
      throw new MessageRejected("There are no recipients specified");
    }
    if (recipients.size() > MAX_RECIPIENTS) {
      throw QueryError.invalidParameter("Recipient count exceeds 50.");
    }
    recipients.forEach(MailAddresses::validate);
    validate(mail.source());
    mail.options().replyTo().forEach(MailAddresses::validate);
  }

  /**
   * Throws {@link MessageRejected} or {@link QueryError} for a mail of which SES does not accept
   * the addresses or the subject as parameters.
   */
  public static void validateParameters(Mail mail) {
    // A line break would add a header to the mail.
    if (mail.subject().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
      throw QueryError.invalidParameter("The subject contains control characters");
    }
    requireEncoded(List.of(mail.source()));
    requireEncoded(mail.to());
    requireEncoded(mail.cc());
    requireEncoded(mail.bcc());
    validate(mail);
  }

  /**
   * Throws {@link MessageRejected} or {@link QueryError} for an address that a client did not
   * encode: SES takes 7-bit ASCII, with encoded words (RFC 2047) in display names.
   */
  public static void requireEncoded(List<String> parameters) {
    for (String parameter : parameters) {
      if (parameter.chars().anyMatch(Character::isISOControl)
          || UNQUOTED_AT.matcher(parameter).matches()) {
        throw QueryError.invalidParameter("Local address contains control or whitespace");
      }
      String domain = parameter.substring(parameter.lastIndexOf('@') + 1);
      if (!isAscii(domain)) {
        throw QueryError.invalidParameter("Domain contains illegal character");
      }
      if (!isAscii(parameter)) {
        throw nonAscii();
      }
    }
  }

  private static void validate(String address) {
    try {
      // The display name of a raw message is decoded, so it may contain any characters.
      if (!isAscii(new InternetAddress(address, true).getAddress())) {
        throw nonAscii();
      }
    } catch (AddressException e) {
      // SES uses the same mail library and returns its messages.
      throw QueryError.invalidParameter(String.valueOf(e.getMessage()));
    }
  }

  private static boolean isAscii(String text) {
    return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
  }

  private static MessageRejected nonAscii() {
    return new MessageRejected("There are non-ASCII characters in the email address");
  }
}
