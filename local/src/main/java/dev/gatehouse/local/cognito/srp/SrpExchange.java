package dev.gatehouse.local.cognito.srp;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.cognito.srp.SrpVerifier.Identity;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One exchange of public values with a client, and the key that both derive from it.
 *
 * @param clientPublic the client's value A
 * @param serverSecret the server's exponent b
 */
public record SrpExchange(BigInteger clientPublic, BigInteger serverSecret, SrpVerifier verifier) {
  private static final byte[] KEY_INFO = "Caldera Derived Key\u0001".getBytes(UTF_8);
  private static final int KEY_BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The client's proof that it derived the same key; block and signature are in Base64. */
  public record Proof(String secretBlock, String timestamp, String signature) {}

  /** Starts an exchange with a random secret; empty if A is no number or a multiple of N. */
  public static Optional<SrpExchange> start(String clientPublicHex, SrpVerifier verifier) {
    return parse(clientPublicHex)
        .filter(number -> number.mod(SrpGroup.N).signum() != 0)
        .map(number -> new SrpExchange(number, new BigInteger(256, RANDOM), verifier));
  }

  /** Returns the server's public value B in hexadecimal. */
  public String serverPublic() {
    return serverPublicNumber().toString(16);
  }

  /** Returns whether the proof was made with the key of this exchange, so with the password. */
  public boolean isProvedBy(Proof proof, Identity identity) {
    byte[] signature =
        hmac(
            key(),
            (identity.poolName() + identity.username()).getBytes(UTF_8),
            Base64.getDecoder().decode(proof.secretBlock()),
            proof.timestamp().getBytes(UTF_8));
    byte[] expected = Base64.getEncoder().encode(signature);
    return MessageDigest.isEqual(expected, proof.signature().getBytes(UTF_8));
  }

  private BigInteger serverPublicNumber() {
    BigInteger masked = SrpGroup.K.multiply(verifier.value());
    return masked.add(SrpGroup.G.modPow(serverSecret, SrpGroup.N)).mod(SrpGroup.N);
  }

  /** Derives the key by HKDF (RFC 5869), of which one block is enough. */
  private byte[] key() {
    byte[] u = SrpGroup.sha256(clientPublic.toByteArray(), serverPublicNumber().toByteArray());
    BigInteger scrambling = SrpGroup.number(u);
    BigInteger shared =
        clientPublic
            .multiply(verifier.value().modPow(scrambling, SrpGroup.N))
            .modPow(serverSecret, SrpGroup.N);
    byte[] pseudorandomKey = hmac(scrambling.toByteArray(), shared.toByteArray());
    return Arrays.copyOf(hmac(pseudorandomKey, KEY_INFO), KEY_BYTES);
  }

  private static Optional<BigInteger> parse(String hex) {
    return hex.matches("[0-9a-fA-F]{1,2048}")
        ? Optional.of(new BigInteger(hex, 16))
        : Optional.empty();
  }

  private static byte[] hmac(byte[] key, byte[]... parts) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }
}
