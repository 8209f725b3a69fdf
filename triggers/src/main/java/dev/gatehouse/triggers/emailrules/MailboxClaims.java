package dev.gatehouse.triggers.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.emailrules.Syntax.Read;
import dev.gatehouse.users.Mailboxes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Keeps one account to a mailbox, if {@code EMAIL_SUBADDRESS} is {@code unique}.
 *
 * <p>An address is claimed when its owner has confirmed it, never before: whoever only signs up
 * with a sub-address of somebody else's blocks nobody.
 */
public final class MailboxClaims {
  private static final Syntax ANY_FORM = new Syntax(Syntax.LONGEST, IdnForm.ULABEL);

  private final CanonicalForm canonical;
  private final @Nullable Mailboxes mailboxes;

  MailboxClaims(CanonicalForm canonical, @Nullable Mailboxes mailboxes) {
    this.canonical = canonical;
    this.mailboxes = mailboxes;
  }

  /**
   * Reads from the environment whether mailboxes are claimed.
   *
   * @param mailboxes asked only if they are, so that who does not need a table need not have one
   * @throws SettingInvalid if a variable is set to what it cannot be
   */
  public static MailboxClaims from(
      Map<String, String> environment, Supplier<? extends Mailboxes> mailboxes) {
    Settings settings = new Settings(environment);
    boolean unique = isUnique(environment);
    return new MailboxClaims(settings.canonicalForm(), unique ? mailboxes.get() : null);
  }

  /** Says whether the settings ask for one account to a mailbox. */
  public static boolean isUnique(Map<String, String> environment) {
    return new Settings(environment).word(EmailSetting.EMAIL_SUBADDRESS).equals("unique");
  }

  /**
   * Claims the mailbox behind an address for a user who has confirmed it, as often as it is asked.
   *
   * @return false if it is another user's already
   */
  public boolean claim(String email, String sub, Instant now) {
    if (mailboxes == null || !(ANY_FORM.read(email) instanceof Read read)) {
      return true; // an administrator may have given an address that is none
    }
    return mailboxes.claim(key(read.address()), sub, now);
  }

  boolean isClaimed(Address address) {
    return mailboxes != null && mailboxes.owner(key(address)).isPresent();
  }

  /** Hides the address: the table is to tell nobody who has an account. */
  private String key(Address address) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.of(address).getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // every Java has it
    }
  }
}
