package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.local.cognito.pools.Session;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * Knows what the scopes of a session let see, as the userInfo page of the Cognito Developer Guide
 * has it.
 *
 * @param granted empty for a sign-in through the API, which no scope bounds
 */
public record Scopes(List<String> granted) {
  private static final Set<String> BOUNDING = Set.of("profile", "email", "phone");
  private static final Set<String> EMAIL = Set.of("email", "email_verified");
  private static final Set<String> PHONE = Set.of("phone_number", "phone_number_verified");

  /** Returns the scopes of this session. */
  public static Scopes of(Session session) {
    List<String> scopes = session.scopes();
    return new Scopes(scopes == null ? List.of() : scopes);
  }

  /** Returns the scopes of an access token's claim. */
  public static Scopes of(String claim) {
    return new Scopes(Arrays.asList(claim.split(" ", -1)));
  }

  /** Tells whether there is an ID token. */
  boolean identify() {
    return granted.isEmpty() || granted.contains("openid");
  }

  /** Tells whether this attribute may be seen. */
  public boolean show(String attribute) {
    if (attribute.equals("sub") || Collections.disjoint(granted, BOUNDING)) {
      return true;
    }
    String scope =
        EMAIL.contains(attribute) ? "email" : PHONE.contains(attribute) ? "phone" : "profile";
    return granted.contains(scope);
  }

  /** Returns the {@code scope} claim. */
  String text() {
    return granted.isEmpty() ? Tokens.SCOPE : String.join(" ", granted);
  }

  /** Returns the {@code at_hash} claim of OpenID Connect Core 3.1.3.6: half of the SHA-256. */
  static String hash(String accessToken) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] whole = sha.digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(Arrays.copyOf(whole, whole.length / 2)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
