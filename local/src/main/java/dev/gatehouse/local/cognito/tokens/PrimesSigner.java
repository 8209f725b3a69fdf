package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.impl.RSASSAProvider;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A signer of RS256 for keys of any number of primes, by the Chinese remainder theorem (RFC 8017,
 * sections 5.1.2 and 9.2). The JDK signs with two primes only.
 */
final class PrimesSigner extends RSASSAProvider implements JWSSigner {

  /** The DER encoding of the digest's algorithm and length: RFC 8017, section 9.2, note 1. */
  private static final byte[] SHA_256 =
      HexFormat.of().parseHex("3031300d060960864801650304020105000420");

  private final List<CrtPrime> primes = new ArrayList<>();
  private final int length;

  /**
   * A prime of the modulus.
   *
   * @param before the product of the primes before this one
   * @param coefficient the inverse of that product modulo the prime
   */
  private record CrtPrime(
      BigInteger prime, BigInteger exponent, BigInteger before, BigInteger coefficient) {}

  PrimesSigner(RSAKey key) {
    length = key.size() / Byte.SIZE;
    BigInteger secret = number(key.getPrivateExponent());
    BigInteger before = BigInteger.ONE;
    for (BigInteger prime : primes(key)) {
      primes.add(
          new CrtPrime(
              prime, secret.mod(prime.subtract(BigInteger.ONE)), before, before.modInverse(prime)));
      before = before.multiply(prime);
    }
  }

  private static List<BigInteger> primes(RSAKey key) {
    List<BigInteger> all = new ArrayList<>();
    all.add(number(key.getFirstPrimeFactor()));
    all.add(number(key.getSecondPrimeFactor()));
    key.getOtherPrimes().forEach(other -> all.add(number(other.getPrimeFactor())));
    return all;
  }

  private static BigInteger number(Base64URL encoded) {
    return encoded.decodeToBigInteger();
  }

  @Override
  public Base64URL sign(JWSHeader header, byte[] signingInput) {
    BigInteger message = new BigInteger(1, padded(sha256(signingInput)));
    BigInteger signature = BigInteger.ZERO;
    for (CrtPrime each : primes) {
      BigInteger rest = message.mod(each.prime()).modPow(each.exponent(), each.prime());
      BigInteger step = rest.subtract(signature).multiply(each.coefficient()).mod(each.prime());
      signature = signature.add(step.multiply(each.before()));
    }
    return Base64URL.encode(octets(signature));
  }

  /** Returns the digest behind 1, as many octets of ones as fit, and 0. */
  private byte[] padded(byte[] digest) {
    byte[] padded = new byte[length];
    padded[1] = 1;
    int start = length - digest.length - SHA_256.length;
    Arrays.fill(padded, 2, start - 1, (byte) 0xFF);
    System.arraycopy(SHA_256, 0, padded, start, SHA_256.length);
    System.arraycopy(digest, 0, padded, length - digest.length, digest.length);
    return padded;
  }

  private byte[] octets(BigInteger number) {
    byte[] signed = number.toByteArray();
    byte[] octets = new byte[length];
    int count = Math.min(signed.length, length);
    System.arraycopy(signed, signed.length - count, octets, length - count, count);
    return octets;
  }

  private static byte[] sha256(byte[] input) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
