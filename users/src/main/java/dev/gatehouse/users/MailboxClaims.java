package dev.gatehouse.users;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.emailrules.ClaimedMailboxes;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The claims of confirmed users on their mailboxes: one account per mailbox, if {@code
 * EMAIL_ONE_ACCOUNT_PER_MAILBOX} is true.
 *
 * <p>A mailbox is claimed when its owner confirms an address of it, not before: a sign-up with a
 * sub-address of another user's mailbox blocks no sign-up.
 */
public final class MailboxClaims implements ClaimedMailboxes {
  private final @Nullable Mailboxes mailboxes;

  private MailboxClaims(@Nullable Mailboxes mailboxes) {
    this.mailboxes = mailboxes;
  }

  /**
   * Returns the claims that the settings ask for.
   *
   * @param mailboxes used only if mailboxes are claimed, so that other stacks need no table
   * @throws InvalidSetting if a variable is malformed
   */
  public static MailboxClaims from(
      FunctionSettings settings, Supplier<? extends Mailboxes> mailboxes) {
    return new MailboxClaims(areEnabled(settings) ? mailboxes.get() : null);
  }

  /** Returns the claims in a table, or none without a table. */
  public static MailboxClaims in(@Nullable Mailboxes mailboxes) {
    return new MailboxClaims(mailboxes);
  }

  /** Returns whether the settings ask for one account per mailbox. */
  public static boolean areEnabled(FunctionSettings settings) {
    return settings.group(FunctionSettings.EMAIL_RULES, EmailRules::oneAccountPerMailbox);
  }

  /**
   * Claims the mailbox of an address for a user who has confirmed it; may be repeated.
   *
   * @return false if the mailbox belongs to another user
   */
  public boolean claim(String email, String sub, Instant now) {
    if (mailboxes == null) {
      return true;
    }
    // An administrator may have set an address that the rules would not read.
    Optional<String> canonical = EmailRules.canonicalForm(email);
    return canonical.isEmpty() || mailboxes.claim(key(canonical.get()), sub, now);
  }

  /**
   * Deletes the claim of a user on the mailbox of an address.
   *
   * @return true if there was one
   */
  public boolean release(String email, String sub) {
    return mailboxes != null
        && EmailRules.canonicalForm(email)
            .filter(canonical -> mailboxes.release(key(canonical), sub))
            .isPresent();
  }

  /** Deletes the claim of a user on the mailbox of a former address, unless it is the same. */
  public void releaseFormer(String former, String email, String sub) {
    if (!EmailRules.canonicalForm(former).equals(EmailRules.canonicalForm(email))) {
      release(former, sub);
    }
  }

  @Override
  public boolean isClaimed(String canonicalAddress) {
    return mailboxes != null && mailboxes.owner(key(canonicalAddress)).isPresent();
  }

  /** Returns a hash, so that the table does not tell who has an account. */
  private static String key(String canonicalAddress) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(canonicalAddress.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing); // every Java has it
    }
  }
}
