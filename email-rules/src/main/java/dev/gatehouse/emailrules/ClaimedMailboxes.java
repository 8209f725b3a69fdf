package dev.gatehouse.emailrules;

/**
 * The mailboxes that have an account already, looked up by the rule {@code
 * one-account-per-mailbox}.
 */
@FunctionalInterface
public interface ClaimedMailboxes {
  /**
   * Returns whether a mailbox has an account.
   *
   * @param canonicalAddress the address as {@link EmailRules#canonicalForm} returns it
   * @throws RuntimeException if the lookup fails; the rule then lets the address pass
   */
  boolean isClaimed(String canonicalAddress);
}
