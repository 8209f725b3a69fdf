package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.crypto.DirectDecrypter;
import com.nimbusds.jose.crypto.DirectEncrypter;
import com.nimbusds.jwt.EncryptedJWT;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.gatehouse.local.cognito.pools.UserPool;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;

/** Seals what only the pool itself may read: refresh tokens and sessions of a challenge. */
public final class Seal {

  /** Says what was sealed, so that one cannot stand for the other. */
  public enum Kind {
    REFRESH,
    CHALLENGE
  }

  /** Is what was sealed: an id, and until when it means something. */
  public record Sealed(String id, Instant expires) {}

  private Seal() {}

  /** Returns a token of five parts that nobody else can read or make. */
  public static String seal(UserPool pool, Kind kind, Sealed sealed) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .contentType("JWT")
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(sealed.id())
            .audience(kind.name())
            .expirationTime(Date.from(sealed.expires()))
            .build();
    EncryptedJWT token = new EncryptedJWT(header, claims);
    try {
      token.encrypt(new DirectEncrypter(pool.keys().sealKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a new key of the right length seals", e);
    }
    return token.serialize();
  }

  /** Returns what this pool sealed, or nothing if it did not seal this or for another kind. */
  public static Optional<Sealed> open(UserPool pool, Kind kind, String token) {
    try {
      EncryptedJWT sealed = EncryptedJWT.parse(token);
      sealed.decrypt(new DirectDecrypter(pool.keys().sealKey()));
      JWTClaimsSet claims = sealed.getJWTClaimsSet();
      return claims.getAudience().contains(kind.name())
          ? Optional.of(new Sealed(claims.getSubject(), claims.getExpirationTime().toInstant()))
          : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }
}
