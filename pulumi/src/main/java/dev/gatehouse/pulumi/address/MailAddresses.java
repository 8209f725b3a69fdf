package dev.gatehouse.pulumi.address;

import dev.gatehouse.emailrules.syntax.AddressSyntax;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Addresses in the form that mail systems and the functions take: domains as A-labels, names in
 * quotes or as encoded words where they need it.
 */
public final class MailAddresses {
  private static final int MAX_NAME_LENGTH = 100;

  private MailAddresses() {}

  /**
   * Returns the address with its domain as A-labels; a text that is not an address stays as it is.
   */
  public static String withALabels(String text) {
    return AddressSyntax.U_LABELS.parse(text) instanceof AddressSyntax.Valid valid
            && !StandardCharsets.US_ASCII.newEncoder().canEncode(text)
        ? valid.address().local() + "@" + valid.address().domain()
        : text;
  }

  /**
   * Returns the mailbox of RFC 5322 that a text describes, in ASCII, or null if the text is not
   * exactly one mailbox.
   */
  public static @Nullable String mailbox(String text) {
    try {
      InternetAddress mailbox = new InternetAddress(text, false);
      mailbox.setAddress(withALabels(mailbox.getAddress()));
      @Nullable String name = mailbox.getPersonal();
      if (name == null) {
        return mailbox.getAddress();
      }
      if (!isName(name)) {
        return null;
      }
      mailbox.setPersonal(name, StandardCharsets.UTF_8.name());
      return mailbox.toString();
    } catch (AddressException malformed) {
      return null;
    } catch (UnsupportedEncodingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= MAX_NAME_LENGTH
        && name.chars().noneMatch(Character::isISOControl);
  }
}
