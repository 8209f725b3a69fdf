package dev.gatehouse.local.cognito.tokens;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import java.math.BigInteger;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;

/**
 * RSA keys of 2048 bits whose modulus has four primes (RFC 8017, section 3.2). A signature with
 * such a key costs a quarter of the processor time, and its public key and its signatures are those
 * of any other. They are keys of tests.
 */
final class SigningKeys {
  private static final BigInteger EXPONENT = BigInteger.valueOf(65_537);
  private static final int PRIMES = 4;
  private static final int PRIME_BITS = 512;
  private static final SecureRandom RANDOM = new SecureRandom();

  private SigningKeys() {}

  /** Returns a new key with this id. */
  static RSAKey generate(String keyId) {
    List<BigInteger> primes = primes();
    BigInteger modulus = product(primes);
    BigInteger secret =
        EXPONENT.modInverse(
            product(primes.stream().map(prime -> prime.subtract(BigInteger.ONE)).toList()));
    BigInteger first = primes.get(0);
    BigInteger second = primes.get(1);
    return new RSAKey.Builder(Base64URL.encode(modulus), Base64URL.encode(EXPONENT))
        .privateExponent(Base64URL.encode(secret))
        .firstPrimeFactor(Base64URL.encode(first))
        .secondPrimeFactor(Base64URL.encode(second))
        .firstFactorCRTExponent(exponent(secret, first))
        .secondFactorCRTExponent(exponent(secret, second))
        .firstCRTCoefficient(Base64URL.encode(second.modInverse(first)))
        .otherPrimes(others(primes, secret))
        .keyID(keyId)
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .build();
  }

  /**
   * Returns the keys of a stored JWK set. The library writes further primes with the names of RFC
   * 7518, section 6.3.2.7, and reads them with others.
   */
  static List<JWK> parse(String jwkSet) throws ParseException {
    List<JWK> keys = new ArrayList<>();
    for (JsonElement each :
        JsonParser.parseString(jwkSet).getAsJsonObject().getAsJsonArray("keys")) {
      JsonObject members = each.getAsJsonObject();
      JsonElement others = members.remove("oth");
      JWK key = JWK.parse(members.toString());
      keys.add(others == null ? key : withOthers(key.toRSAKey(), others.getAsJsonArray()));
    }
    return keys;
  }

  private static RSAKey withOthers(RSAKey key, JsonArray others) {
    List<RSAKey.OtherPrimesInfo> primes = new ArrayList<>();
    for (JsonElement each : others) {
      JsonObject prime = each.getAsJsonObject();
      primes.add(
          new RSAKey.OtherPrimesInfo(member(prime, "r"), member(prime, "d"), member(prime, "t")));
    }
    return new RSAKey.Builder(key).otherPrimes(primes).build();
  }

  private static Base64URL member(JsonObject prime, String name) {
    return new Base64URL(prime.get(name).getAsString());
  }

  /** Returns distinct primes whose product has exactly as many bits as all of them. */
  private static List<BigInteger> primes() {
    while (true) {
      List<BigInteger> primes = new ArrayList<>();
      while (primes.size() < PRIMES) {
        BigInteger prime = BigInteger.probablePrime(PRIME_BITS, RANDOM);
        boolean fits = !prime.mod(EXPONENT).equals(BigInteger.ONE) && !primes.contains(prime);
        if (fits) {
          primes.add(prime);
        }
      }
      if (product(primes).bitLength() == PRIMES * PRIME_BITS) {
        return primes;
      }
    }
  }

  private static List<RSAKey.OtherPrimesInfo> others(List<BigInteger> primes, BigInteger secret) {
    List<RSAKey.OtherPrimesInfo> others = new ArrayList<>();
    for (int i = 2; i < primes.size(); i++) {
      BigInteger prime = primes.get(i);
      BigInteger coefficient = product(primes.subList(0, i)).modInverse(prime);
      others.add(
          new RSAKey.OtherPrimesInfo(
              Base64URL.encode(prime), exponent(secret, prime), Base64URL.encode(coefficient)));
    }
    return others;
  }

  private static Base64URL exponent(BigInteger secret, BigInteger prime) {
    return Base64URL.encode(secret.mod(prime.subtract(BigInteger.ONE)));
  }

  private static BigInteger product(List<BigInteger> factors) {
    return factors.stream().reduce(BigInteger.ONE, BigInteger::multiply);
  }
}
