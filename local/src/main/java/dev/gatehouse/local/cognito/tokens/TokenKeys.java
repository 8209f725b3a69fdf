package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.gatehouse.dynamodb.store.StoreNotWritable;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a user pool: two RSA key pairs that sign ID and access tokens, and the key that
 * encrypts refresh tokens.
 */
public final class TokenKeys {
  private final FutureTask<ParsedKeys> keys;

  /** A key pair that signs, parsed once. */
  record SigningKey(RSAKey key, JWSSigner signer) {

    private static SigningKey of(JWK key) throws JOSEException {
      return new SigningKey(key.toRSAKey(), new RSASSASigner(key.toRSAKey()));
    }
  }

  /** The keys, and what is made of them once. */
  private record ParsedKeys(
      SigningKey id, SigningKey access, OctetSequenceKey encryption, JWKSet publicKeys) {

    private static ParsedKeys of(JWK id, JWK access, JWK encryption) throws JOSEException {
      return new ParsedKeys(
          SigningKey.of(id),
          SigningKey.of(access),
          encryption.toOctetSequenceKey(),
          new JWKSet(List.of(id.toPublicJWK(), access.toPublicJWK())));
    }

    private List<JWK> export() {
      return List.of(id.key(), access.key(), encryption);
    }
  }

  private TokenKeys(FutureTask<ParsedKeys> keys) {
    this.keys = keys;
  }

  /**
   * Generates keys on first use, because it takes a while.
   *
   * @param generated takes the keys as a JWK set before anyone uses them
   */
  public static TokenKeys generateLazily(Consumer<String> generated) {
    return new TokenKeys(
        new FutureTask<>(
            () -> {
              ParsedKeys keys = ParsedKeys.of(rsa(), rsa(), encryption());
              generated.accept(new JWKSet(keys.export()).toString(false));
              return keys;
            }));
  }

  /** Parses the JWK set of keys that were generated earlier. */
  public static TokenKeys parse(String jwkSet) {
    try {
      List<JWK> parsed = JWKSet.parse(jwkSet).getKeys();
      FutureTask<ParsedKeys> keys =
          new FutureTask<>(() -> ParsedKeys.of(parsed.get(0), parsed.get(1), parsed.get(2)));
      keys.run();
      return new TokenKeys(keys);
    } catch (ParseException e) {
      throw new IllegalStateException("the saved keys are not a JWK set", e);
    }
  }

  /** Returns the public keys that verify tokens. */
  public JWKSet publicKeys() {
    return keys().publicKeys();
  }

  /** Returns bytes that only this pool can derive from a text, the same each time. */
  public byte[] mac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(encryptionKey().toByteArray(), "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  SigningKey id() {
    return keys().id();
  }

  SigningKey access() {
    return keys().access();
  }

  OctetSequenceKey encryptionKey() {
    return keys().encryption();
  }

  /** Generates the keys in the first caller; others wait. */
  private ParsedKeys keys() {
    keys.run();
    try {
      return keys.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof StoreNotWritable notStored) {
        throw notStored;
      }
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey rsa() throws JOSEException {
    return new RSAKeyGenerator(2048)
        .keyID(keyId())
        .keyUse(KeyUse.SIGNATURE)
        .algorithm(JWSAlgorithm.RS256)
        .generate();
  }

  private static OctetSequenceKey encryption() throws JOSEException {
    return new OctetSequenceKeyGenerator(EncryptionMethod.A256GCM.cekBitLength())
        .keyID(keyId())
        .generate();
  }

  private static String keyId() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    return Base64.getEncoder().encodeToString(random);
  }
}
