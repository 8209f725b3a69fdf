package dev.gatehouse.local.ses.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** The address of a mailbox, which may have a name. */
public final class MailboxAddress {
  private MailboxAddress() {}

  /** Returns {@code a@b} for {@code Name <a@b>}, and what is no mailbox as it is. */
  public static String of(String mailbox) {
    if (mailbox.indexOf('<') < 0 && mailbox.indexOf('(') < 0 && mailbox.indexOf(':') < 0) {
      return mailbox.strip();
    }
    try {
      return new InternetAddress(mailbox, false).getAddress();
    } catch (AddressException e) {
      return mailbox;
    }
  }
}
