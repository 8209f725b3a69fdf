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
import java.security.SecureRandom;
import java.text.ParseException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Holds the two key pairs that sign a pool's tokens and the key that seals its refresh tokens. */
public final class SigningKeys {
  private static final int ID = 0;
  private static final int ACCESS = 1;
  private static final int SEAL = 2;

  private final FutureTask<List<JWK>> keys;

  private SigningKeys(FutureTask<List<JWK>> keys) {
    this.keys = keys;
  }

  /** Makes new keys when the first one is asked for, as it takes a while, and says when it has. */
  public static SigningKeys make(Runnable done) {
    return new SigningKeys(
        new FutureTask<>(() -> List.of(rsa(), rsa(), seal())) {
          @Override
          protected void done() {
            done.run();
          }
        });
  }

  /** Returns the keys that were kept. */
  public static SigningKeys of(String kept) {
    try {
      List<JWK> parsed = JWKSet.parse(kept).getKeys();
      FutureTask<List<JWK>> keys = new FutureTask<>(() -> parsed);
      keys.run();
      return new SigningKeys(keys);
    } catch (ParseException e) {
      throw new IllegalStateException("the kept keys are not a JWK set", e);
    }
  }

  /** Returns the keys as they are to be kept, or nothing if they are not made yet. */
  public Optional<String> kept() {
    return keys.isDone() ? Optional.of(new JWKSet(keys()).toString(false)) : Optional.empty();
  }

  /** Returns what anyone may know, to verify tokens with. */
  public JWKSet publicKeys() {
    return new JWKSet(List.of(id().toPublicJWK(), access().toPublicJWK()));
  }

  RSAKey id() {
    return keys().get(ID).toRSAKey();
  }

  RSAKey access() {
    return keys().get(ACCESS).toRSAKey();
  }

  OctetSequenceKey sealKey() {
    return keys().get(SEAL).toOctetSequenceKey();
  }

  /** Whoever comes first makes the keys, everybody else waits for them. */
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

  private static OctetSequenceKey seal() throws JOSEException {
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
