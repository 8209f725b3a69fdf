package dev.gatehouse.local.cognito.srp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * The salt and the password verifier of RFC 5054, which a server keeps in place of a password.
 *
 * @param salt in hexadecimal
 * @param verifier in hexadecimal
 */
public record SrpVerifier(String salt, String verifier) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /**
   * The name that a password is bound to: the part of the pool's id after the region, and a user.
   */
  public record Identity(String poolName, String username) {}

  /** Returns the verifier of a password, with a random salt. */
  public static SrpVerifier of(Identity identity, String password) {
    byte[] salt = new byte[16];
    RANDOM.nextBytes(salt);
    return of(identity, password, salt);
  }

  /** Returns the verifier of a password with this salt. */
  public static SrpVerifier of(Identity identity, String password, byte[] salt) {
    BigInteger number = SrpGroup.number(salt);
    String name = identity.poolName() + identity.username();
    byte[] secret = SrpGroup.sha256((name + ":" + password).getBytes(UTF_8));
    BigInteger x = SrpGroup.number(SrpGroup.sha256(number.toByteArray(), secret));
    return new SrpVerifier(number.toString(16), SrpGroup.G.modPow(x, SrpGroup.N).toString(16));
  }

  /** Returns the verifier that a client computed, both numbers as big-endian bytes. */
  public static SrpVerifier of(byte[] salt, byte[] verifier) {
    return new SrpVerifier(
        SrpGroup.number(salt).toString(16), SrpGroup.number(verifier).toString(16));
  }

  BigInteger value() {
    return new BigInteger(verifier, 16);
  }
}
