package dev.gatehouse.local.iam;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The sessions of roles, by the access key of their credentials. */
public final class RoleSessions {

  private static final String KEY_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  /** The credential of Signature Version 4: access key, date, Region, service. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("Credential=([^/,]*)/\\d{8}/[^/,]*/([^/,]+)/aws4_request");

  private final Map<String, IssuedSession> byAccessKey = new ConcurrentHashMap<>();

  /** A session of a role with its credentials. */
  public record IssuedSession(AssumedRole session, SigningCredentials credentials) {}

  /**
   * A request that was signed with the credentials of a session.
   *
   * @param service the service that the signature names, such as {@code ses}
   */
  public record SignedRequest(AssumedRole session, String service) {}

  /** Issues credentials for a session of a role. */
  public SigningCredentials issue(AssumedRole session) {
    String accessKey =
        "ASIA"
            + RANDOM
                .ints(16, 0, KEY_CHARACTERS.length())
                .mapToObj(i -> String.valueOf(KEY_CHARACTERS.charAt(i)))
                .collect(Collectors.joining());
    SigningCredentials credentials = new SigningCredentials(accessKey, random(30), random(60));
    byAccessKey.put(accessKey, new IssuedSession(session, credentials));
    return credentials;
  }

  /** Returns the session with this access key. */
  public Optional<IssuedSession> withAccessKey(String accessKey) {
    return Optional.ofNullable(byAccessKey.get(accessKey));
  }

  /**
   * Returns the session that signed a request, or an empty Optional for every other caller; the
   * signature itself is not checked.
   */
  public Optional<SignedRequest> of(Request request) {
    Matcher credential = CREDENTIAL.matcher(request.header("Authorization").orElse(""));
    return credential.find()
        ? Optional.ofNullable(byAccessKey.get(credential.group(1)))
            .map(issued -> new SignedRequest(issued.session(), credential.group(2)))
        : Optional.empty();
  }

  private static String random(int bytes) {
    byte[] secret = new byte[bytes];
    RANDOM.nextBytes(secret);
    return Base64.getEncoder().encodeToString(secret);
  }
}
