package dev.gatehouse.local.cognito.hosted.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** Tokens against cross-site request forgery: the HMAC of a browser's random cookie. */
public final class CsrfTokens {
  public static final String COOKIE = "XSRF-TOKEN";
  public static final String FIELD = "_csrf";

  private static final String ENTRY = "key";

  private final byte[] key;

  /** Creates tokens under the key of the last run, so that its forms can be sent, or a new one. */
  public CsrfTokens(StateStore state) {
    StateEntries<String> entries = state.entries("cognito-csrf", String.class);
    @Nullable String stored = entries.all().get(ENTRY);
    if (stored != null) {
      key = Base64.getDecoder().decode(stored);
    } else {
      key = new byte[32];
      new SecureRandom().nextBytes(key);
      entries.store(ENTRY, Base64.getEncoder().encodeToString(key));
    }
  }

  /** Returns the browser's cookie, or a new value for a browser that has none. */
  public String browserId(Request request) {
    return Cookies.find(request, COOKIE).orElseGet(() -> UUID.randomUUID().toString());
  }

  /** Returns the token that forms of this browser send back. */
  public String token(String browserId) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(mac.doFinal(browserId.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HmacSHA256", e);
    }
  }

  /** Returns whether a token was issued to the browser of the request. */
  public boolean isValid(Request request, Optional<String> token) {
    return Cookies.find(request, COOKIE)
        .map(this::token)
        .filter(
            expected ->
                MessageDigest.isEqual(expected.getBytes(UTF_8), token.orElse("").getBytes(UTF_8)))
        .isPresent();
  }
}
