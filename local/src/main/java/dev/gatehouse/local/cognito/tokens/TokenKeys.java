package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.OctetSequenceKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of a user pool: two RSA key pairs that sign ID and access tokens, and the key that
 * encrypts refresh tokens.
 */
public final class TokenKeys {
  private static final int ID = 0;
  private static final int ACCESS = 1;
  private static final int ENCRYPTION = 2;

  private final FutureTask<List<JWK>> keys;

  private TokenKeys(FutureTask<List<JWK>> keys) {
    this.keys = keys;
  }

  /** Generates keys on first use, because it takes a while; {@code done} runs afterwards. */
  public static TokenKeys generateLazily(Runnable done) {
    return new TokenKeys(
        new FutureTask<>(() -> List.of(rsa(), rsa(), encryption())) {
          @Override
          protected void done() {
            done.run();
          }
        });
  }

  /** Parses a JWK set of an earlier {@link #export}. */
  public static TokenKeys parse(String jwkSet) {
    try {
      List<JWK> parsed = JWKSet.parse(jwkSet).getKeys();
      FutureTask<List<JWK>> keys = new FutureTask<>(() -> parsed);
      keys.run();
      return new TokenKeys(keys);
    } catch (ParseException e) {
      throw new IllegalStateException("the saved keys are not a JWK set", e);
    }
  }

  /** Returns the keys as a JWK set, or an empty Optional if they are not generated yet. */
  public Optional<String> export() {
    return keys.isDone() ? Optional.of(new JWKSet(keys()).toString(false)) : Optional.empty();
  }

  /** Returns the public keys that verify tokens. */
  public JWKSet publicKeys() {
    return new JWKSet(List.of(id().toPublicJWK(), access().toPublicJWK()));
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

  RSAKey id() {
    return keys().get(ID).toRSAKey();
  }

  RSAKey access() {
    return keys().get(ACCESS).toRSAKey();
  }

  OctetSequenceKey encryptionKey() {
    return keys().get(ENCRYPTION).toOctetSequenceKey();
  }

  /** Generates the keys in the first caller; others wait. */
  private List<JWK> keys() {
    keys.run();
    try {
      return keys.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
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
