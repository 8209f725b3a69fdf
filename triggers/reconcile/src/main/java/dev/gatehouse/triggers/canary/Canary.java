package dev.gatehouse.triggers.canary;

import dev.gatehouse.triggers.canary.CanaryFailed.Step;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a user does, as the canary does it. It reads no mail: Cognito confirms its users without a
 * code, and their addresses are those of SES's mailbox simulator, which spoil no bounce rate.
 *
 * @param stack the name of the stack, which the addresses contain
 * @param password the password of the user who stays
 */
record Canary(CanaryPool pool, ProfileApi api, String stack, String password) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int RANDOM_BYTES = 24;

  /** Signs in the user who stays, whom the first run creates, and reads the profile. */
  void signIn() {
    String address = address("stays");
    String token = pool.signIn(address, password).orElseGet(() -> newUser(address, password));
    api.read(token);
  }

  /** Signs a user up, confirms, signs in, reads and erases the user. */
  void signUp() {
    byte[] random = new byte[RANDOM_BYTES];
    RANDOM.nextBytes(random);
    String token =
        newUser(address(UUID.randomUUID().toString()), "Aa1" + HexFormat.of().formatHex(random));
    api.read(token);
    api.erase(token);
  }

  private String newUser(String address, String newPassword) {
    pool.signUp(address, newPassword);
    pool.confirm(address);
    return pool.signIn(address, newPassword)
        .orElseThrow(() -> new CanaryFailed(Step.SIGN_IN_FAILED, null));
  }

  private String address(String label) {
    return "success+%s-%s@simulator.amazonses.com".formatted(stack, label);
  }
}
