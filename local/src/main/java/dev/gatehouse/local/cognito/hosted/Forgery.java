package dev.gatehouse.local.cognito.hosted;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.http.Request;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tells forms that these pages made from those that somebody else had a browser post. */
final class Forgery {
  static final String COOKIE = "XSRF-TOKEN";
  static final String FIELD = "_csrf";

  private final byte[] key = new byte[32];

  Forgery() {
    new SecureRandom().nextBytes(key);
  }

  /** Returns what marks this browser, which may be new here. */
  String mark(Request request) {
    return Cookies.find(request, COOKIE).orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Returns what a form for the browser with this mark has to bring back. */
  String token(String mark) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(mark.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  boolean isGenuine(Request request, Optional<String> token) {
    return Cookies.find(request, COOKIE)
        .map(this::token)
        .filter(due -> MessageDigest.isEqual(due.getBytes(UTF_8), token.orElse("").getBytes(UTF_8)))
        .isPresent();
  }
}
