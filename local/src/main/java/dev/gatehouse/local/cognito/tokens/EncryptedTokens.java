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
import dev.gatehouse.local.jws.CompactJws;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Tokens that only the user pool can read: refresh tokens and sessions of challenges, as JWE. */
public final class EncryptedTokens {
  private static final String DETAILS = "details";

  /** The kinds of tokens, so that one kind is not accepted as the other. */
  public enum Kind {
    REFRESH,
    CHALLENGE
  }

  /**
   * The content of a token.
   *
   * @param details more of what the pool has to remember
   */
  public record Payload(String id, Instant expires, Map<String, String> details) {

    /** Creates a content without details. */
    public Payload(String id, Instant expires) {
      this(id, expires, Map.of());
    }
  }

  private EncryptedTokens() {}

  /** Returns the token, a JWE of five parts. */
  public static String encrypt(UserPool pool, Kind kind, Payload payload) {
    JWEHeader header =
        new JWEHeader.Builder(JWEAlgorithm.DIR, EncryptionMethod.A256GCM)
            .contentType("JWT")
            .keyID(kind == Kind.CHALLENGE ? pool.id() : null)
            .build();
    JWTClaimsSet claims =
        new JWTClaimsSet.Builder()
            .subject(payload.id())
            .audience(kind.name())
            .expirationTime(Date.from(payload.expires()))
            .claim(DETAILS, payload.details())
            .build();
    EncryptedJWT token = new EncryptedJWT(header, claims);
    try {
      token.encrypt(new DirectEncrypter(pool.keys().encryptionKey()));
    } catch (JOSEException e) {
      throw new IllegalStateException("a key of the right length encrypts", e);
    }
    return token.serialize();
  }

  /** Returns the id of the user pool of a challenge's session, empty for another token. */
  public static Optional<String> poolId(String session) {
    try {
      return Optional.ofNullable(EncryptedJWT.parse(session).getHeader().getKeyID());
    } catch (ParseException e) {
      return Optional.empty();
    }
  }

  /** Returns the content, or an empty Optional if the token is of another pool or kind. */
  public static Optional<Payload> decrypt(UserPool pool, Kind kind, String token) {
    try {
      CompactJws.requireCanonical(token);
      EncryptedJWT jwt = EncryptedJWT.parse(token);
      jwt.decrypt(new DirectDecrypter(pool.keys().encryptionKey()));
      JWTClaimsSet claims = jwt.getJWTClaimsSet();
      return claims.getAudience().contains(kind.name())
          ? Optional.of(payload(claims))
          : Optional.empty();
    } catch (ParseException | JOSEException e) {
      return Optional.empty();
    }
  }

  private static Payload payload(JWTClaimsSet claims) throws ParseException {
    Map<String, String> details = new HashMap<>();
    Map<String, Object> saved = claims.getJSONObjectClaim(DETAILS);
    if (saved != null) {
      saved.forEach((name, value) -> details.put(name, value.toString()));
    }
    return new Payload(claims.getSubject(), claims.getExpirationTime().toInstant(), details);
  }
}
