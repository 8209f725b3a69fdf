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
import java.util.concurrent.CompletableFuture;

/** Holds the two key pairs that sign a pool's tokens and the key that seals its refresh tokens. */
public final class SigningKeys {
  private static final int ID = 0;
  private static final int ACCESS = 1;
  private static final int SEAL = 2;

  private final CompletableFuture<List<JWK>> keys;

  private SigningKeys(CompletableFuture<List<JWK>> keys) {
    this.keys = keys;
  }

  /** Starts to make new keys in the background, for it takes a while, and says when it is done. */
  public static SigningKeys make(Runnable done) {
    CompletableFuture<List<JWK>> keys = new CompletableFuture<>();
    Thread maker =
        new Thread(
            () -> {
              try {
                keys.complete(List.of(rsa(), rsa(), seal()));
                done.run();
              } catch (JOSEException e) {
                keys.completeExceptionally(e);
              }
            },
            "user-pool-keys");
    maker.setDaemon(true);
    maker.start();
    return new SigningKeys(keys);
  }

  /** Returns the keys that were kept. */
  public static SigningKeys of(String kept) {
    try {
      return new SigningKeys(CompletableFuture.completedFuture(JWKSet.parse(kept).getKeys()));
    } catch (ParseException e) {
      throw new IllegalStateException("the kept keys are not a JWK set", e);
    }
  }

  /** Returns the keys as they are to be kept, or nothing if they are not made yet. */
  public Optional<String> kept() {
    return keys.isDone() ? Optional.of(new JWKSet(keys.join()).toString(false)) : Optional.empty();
  }

  /** Returns what anyone may know, to verify tokens with. */
  public JWKSet publicKeys() {
    return new JWKSet(List.of(id().toPublicJWK(), access().toPublicJWK()));
  }

  RSAKey id() {
    return keys.join().get(ID).toRSAKey();
  }

  RSAKey access() {
    return keys.join().get(ACCESS).toRSAKey();
  }

  OctetSequenceKey sealKey() {
    return keys.join().get(SEAL).toOctetSequenceKey();
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
