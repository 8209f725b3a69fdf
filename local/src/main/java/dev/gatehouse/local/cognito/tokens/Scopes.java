package dev.gatehouse.local.cognito.tokens;

import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.local.cognito.pools.SignInSession;
import dev.gatehouse.local.cognito.triggers.TokenChanges;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.Set;

/**
 * The granted scopes and the attributes they allow, as the userInfo page of the Cognito Developer
 * Guide describes.
 *
 * @param granted empty for a sign-in through the API, which allows all attributes
 */
public record Scopes(List<String> granted) {
  private static final Set<String> ATTRIBUTE_SCOPES = Set.of("profile", "email", "phone");
  private static final Set<String> EMAIL = Set.of("email", "email_verified");
  private static final Set<String> PHONE = Set.of("phone_number", "phone_number_verified");

  /** Returns the scopes of this session. */
  public static Scopes of(SignInSession session) {
    List<String> scopes = session.scopes();
    return new Scopes(scopes == null ? List.of() : scopes);
  }

  /** Returns the scopes of an access token's claim. */
  public static Scopes of(String scopeClaim) {
    return new Scopes(Arrays.asList(scopeClaim.split(" ", -1)));
  }

  /** Returns whether an ID token is issued. */
  boolean includeIdToken() {
    return granted.isEmpty() || granted.contains("openid");
  }

  /** Returns whether the scopes allow this attribute. */
  public boolean allow(String attribute) {
    if (attribute.equals("sub") || Collections.disjoint(granted, ATTRIBUTE_SCOPES)) {
      return true;
    }
    String scope =
        EMAIL.contains(attribute) ? "email" : PHONE.contains(attribute) ? "phone" : "profile";
    return granted.contains(scope);
  }

  /** Returns the {@code scope} claim with the changes of a trigger. */
  String claim(TokenChanges changes) {
    SequencedSet<String> scopes =
        new LinkedHashSet<>(granted.isEmpty() ? List.of(TokenIssuer.SCOPE) : granted);
    scopes.addAll(changes.scopesToAdd());
    changes.scopesToSuppress().forEach(scopes::remove);
    return String.join(" ", scopes);
  }

  /** Returns the {@code at_hash} claim of OpenID Connect Core 3.1.3.6: half of the SHA-256. */
  static String atHash(String accessToken) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      byte[] digest = sha.digest(accessToken.getBytes(StandardCharsets.US_ASCII));
      return Base64URL.encode(Arrays.copyOf(digest, digest.length / 2)).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
