package dev.gatehouse.triggers.customemailsender;

/** The codes and temporary passwords that Cognito encrypts for this function. */
@FunctionalInterface
public interface EncryptedCodes {

  /**
   * Returns the decrypted code.
   *
   * @throws MailNotSent if the code cannot be decrypted, or was encrypted for another user pool
   */
  String decrypt(String encryptedCode, String userPoolId);
}
