package dev.gatehouse.api.routes;

import java.util.Optional;

/**
 * The care for the owner of an address that somebody else signed up for first: the password of the
 * first sign-up stays, so whoever confirms after a second one must set a new password by mail.
 */
public interface AccountOwner {
  /** No care: the password of the first sign-up is that of the account. */
  AccountOwner NONE =
      new AccountOwner() {
        @Override
        public void signedUpAgain(String username) {}

        @Override
        public Optional<String> secondSignUpOf(String username) {
          return Optional.empty();
        }

        @Override
        public void resetPassword(String sub) {}
      };

  /** Notes that somebody has signed up for an account that is not confirmed. */
  void signedUpAgain(String username);

  /** Returns the {@code sub} of an account that was signed up for more than once. */
  Optional<String> secondSignUpOf(String username);

  /** Makes the password of the first sign-up useless, and mails a code for a new one. */
  void resetPassword(String sub);
}
