package dev.gatehouse.local.cognito.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The SECRET_HASH of app clients with a secret. */
public final class SecretHash {

  private SecretHash() {}

  /**
   * Throws NotAuthorizedException if the hash is missing or wrong for this user name and app
   * client.
   */
  public static void check(AppClient app, String username, Optional<String> given) {
    String secret = app.client().secret();
    if (secret == null) {
      if (given.isPresent()) {
        throw unverified(app);
      }
      return;
    }
    String hash =
        given.orElseThrow(
            () ->
                CognitoErrors.notAuthorized(
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

  private static AwsException unverified(AppClient app) {
    return CognitoErrors.notAuthorized("Unable to verify secret hash for client " + app.id());
  }
}
