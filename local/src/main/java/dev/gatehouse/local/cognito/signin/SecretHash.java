package dev.gatehouse.local.cognito.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.wire.CognitoError;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes a client with a secret prove that it knows it. */
public final class SecretHash {

  private SecretHash() {}

  /** Throws NotAuthorizedException unless the hash is the one of this name and client. */
  public static void check(AppClient app, String username, Optional<String> given) {
    String secret = app.client().secret();
    if (secret == null) {
      if (given.isPresent()) {
        throw unverified(app);
      }
      return;
    }
    String hash =
        given.orElseThrow(() ->
            CognitoError.notAuthorized(
                "Client "
                    + app.id()
                    + " is configured with secret but SECRET_HASH was not received"));
    byte[] expected = of(username, app.id(), secret).getBytes(UTF_8);
    if (!MessageDigest.isEqual(expected, hash.getBytes(UTF_8))) {
      throw unverified(app);
    }
  }

  /** Returns Base64(HmacSHA256(secret, username + clientId)). */
  public static String of(String username, String clientId, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      mac.update(username.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(mac.doFinal(clientId.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  private static CognitoError unverified(AppClient app) {
    return CognitoError.notAuthorized("Unable to verify secret hash for client " + app.id());
  }
}
