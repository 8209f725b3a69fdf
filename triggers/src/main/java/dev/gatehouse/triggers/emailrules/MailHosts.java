package dev.gatehouse.triggers.emailrules;

/** Knows which domains take mail. */
@FunctionalInterface
interface MailHosts {
  /**
   * Says whether a domain takes mail.
   *
   * @throws Unanswered if nobody could say so in time
   */
  boolean takeMailFor(String domain);
}
