package dev.gatehouse.triggers.customemailsender;

/** Opens codes that Cognito sealed. */
@FunctionalInterface
interface SealedCodes {

  /**
   * Returns what was sealed, if it was sealed for this pool.
   *
   * @throws MailNotSent if it cannot be opened, or was sealed for another pool
   */
  String open(String sealed, String pool);
}
