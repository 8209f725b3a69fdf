package dev.gatehouse.triggers.canary;

import java.util.Optional;

/** The user pool, as the canary uses it. */
public interface CanaryPool {
  /**
   * Signs a user up, unless the address has one.
   *
   * @throws CanaryFailed if Cognito refuses
   */
  void signUp(String address, String password);

  /**
   * Confirms a user who has not confirmed.
   *
   * @throws CanaryFailed if Cognito refuses, also for a confirmed user
   */
  void confirm(String address);

  /**
   * Returns an access token, or an empty Optional if Cognito refuses address and password or does
   * not know the user.
   *
   * @throws CanaryFailed if Cognito fails
   */
  Optional<String> signIn(String address, String password);
}
