package dev.gatehouse.local.cognito.signin;

import static java.math.BigInteger.ONE;
import static java.math.BigInteger.TWO;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.TestCognito;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A client of RFC 5054 and of Cognito's key derivation, which shares no code and no constant with
 * the emulator: the modulus is computed by the formula of RFC 3526.
 */
final class SrpClient {
  static final BigInteger N =
      TWO.pow(3072)
          .subtract(TWO.pow(3008))
          .subtract(ONE)
          .add(TWO.pow(64).multiply(piTimesTwoToThe(2942).add(BigInteger.valueOf(1690314))));
  static final String TIMESTAMP = "Sun Mar 1 12:00:00 UTC 2026";

  private final BigInteger secret = new BigInteger(1024, new Random(7));
  private final String poolId;
  private final String password;

  SrpClient(String poolId, String password) {
    this.poolId = poolId;
    this.password = password;
  }

  /** Returns A. */
  String publicValue() {
    return TWO.modPow(secret, N).toString(16);
  }

  /** Returns the password verifier that a client registers for a device, in hexadecimal. */
  String verifier(String saltHex, String device) {
    String name = poolId.split("_", 2)[1] + device;
    String inner = HexFormat.of().formatHex(sha256((name + ":" + password).getBytes(UTF_8)));
    return TWO.modPow(hash(hex(new BigInteger(saltHex, 16)) + inner), N).toString(16);
  }

  /** Returns the ChallengeResponses to a PASSWORD_VERIFIER challenge. */
  JsonObject responses(JsonObject parameters) {
    String user = parameters.get("USER_ID_FOR_SRP").getAsString();
    String block = parameters.get("SECRET_BLOCK").getAsString();
    BigInteger serverPublic = new BigInteger(parameters.get("SRP_B").getAsString(), 16);
    BigInteger salt = new BigInteger(parameters.get("SALT").getAsString(), 16);
    String poolName = poolId.split("_", 2)[1];
    byte[] key = key(serverPublic, salt, poolName + user);
    byte[] signature =
        hmac(
            key,
            concat(
                (poolName + user).getBytes(UTF_8),
                Base64.getDecoder().decode(block),
                TIMESTAMP.getBytes(UTF_8)));
    return TestCognito.json(
        "USERNAME",
        user,
        "PASSWORD_CLAIM_SECRET_BLOCK",
        block,
        "PASSWORD_CLAIM_SIGNATURE",
        Base64.getEncoder().encodeToString(signature),
        "TIMESTAMP",
        TIMESTAMP);
  }

  private byte[] key(BigInteger serverPublic, BigInteger salt, String name) {
    BigInteger k = hash(hex(N) + hex(TWO));
    BigInteger u = hash(hex(new BigInteger(publicValue(), 16)) + hex(serverPublic));
    String inner = HexFormat.of().formatHex(sha256((name + ":" + password).getBytes(UTF_8)));
    BigInteger x = hash(hex(salt) + inner);
    BigInteger base = serverPublic.subtract(k.multiply(TWO.modPow(x, N)));
    BigInteger shared = base.modPow(secret.add(u.multiply(x)), N);
    byte[] extracted = hmac(bytes(hex(u)), bytes(hex(shared)));
    byte[] info = concat("Caldera Derived Key".getBytes(UTF_8), new byte[] {1});
    return java.util.Arrays.copyOf(hmac(extracted, info), 16);
  }

  /** Pads as Cognito's clients do: an even number of digits, and 00 before a high first bit. */
  private static String hex(BigInteger number) {
    String digits = number.toString(16);
    if (digits.length() % 2 == 1) {
      digits = "0" + digits;
    }
    return "89abcdef".indexOf(digits.charAt(0)) < 0 ? digits : "00" + digits;
  }

  private static BigInteger hash(String hex) {
    return new BigInteger(HexFormat.of().formatHex(sha256(bytes(hex))), 16);
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] sha256(byte[] data) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] hmac(byte[] key, byte[] data) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(data);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] concat(byte[]... parts) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Returns the whole part of pi times a power of two, by Machin's formula. */
  private static BigInteger piTimesTwoToThe(int power) {
    int guard = 64;
    BigInteger one = TWO.pow(power + guard);
    BigInteger quarter =
        arctanOfInverse(5, one).multiply(BigInteger.valueOf(4)).subtract(arctanOfInverse(239, one));
    return quarter.multiply(BigInteger.valueOf(4)).shiftRight(guard);
  }

  private static BigInteger arctanOfInverse(int inverse, BigInteger one) {
    BigInteger square = BigInteger.valueOf((long) inverse * inverse);
    BigInteger term = one.divide(BigInteger.valueOf(inverse));
    BigInteger sum = term;
    for (long odd = 3; term.signum() != 0; odd += 2) {
      term = term.divide(square).negate();
      sum = sum.add(term.divide(BigInteger.valueOf(odd)));
    }
    return sum;
  }
}
