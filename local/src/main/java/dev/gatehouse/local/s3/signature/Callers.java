package dev.gatehouse.local.s3.signature;

import dev.gatehouse.local.clock.MovableClock;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.iam.RoleSessions;
import dev.gatehouse.local.iam.RoleSessions.IssuedSession;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.s3.S3Exception;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The callers of S3. The signature of a function is checked. Every other caller is the account's
 * administrator, whose secret access key is {@value #LOCAL_SECRET} in presigned URLs and any in
 * headers.
 */
public final class Callers {

  /** The secret access key that examples for local emulators use. */
  private static final String LOCAL_SECRET = "test";

  private final RoleSessions sessions;
  private final PresignedUrlExpiry expiry;

  /** Creates the callers of the sessions' credentials. */
  public Callers(RoleSessions sessions, MovableClock clock) {
    this.sessions = sessions;
    this.expiry = new PresignedUrlExpiry(clock);
  }

  /**
   * Returns the session that signed a request, or an empty Optional for the administrator; throws
   * {@link S3Exception} for an anonymous caller and a signature that is wrong or expired.
   */
  public Optional<AssumedRole> of(Request request) {
    Signed signed = Signed.of(request).orElseThrow(S3Exception::accessDenied);
    Optional<IssuedSession> issued = sessions.withAccessKey(signed.accessKey());
    if (signed.presigned()) {
      expiry.check(request, signed);
      requireSigned(request, signed);
    }
    if (issued.isPresent() || signed.presigned()) {
      check(request, signed, issued.map(it -> it.credentials().secretAccessKey()));
    }
    issued.ifPresent(session -> checkToken(request, session));
    return issued.map(IssuedSession::session);
  }

  private static void check(Request request, Signed signed, Optional<String> secret) {
    String expected = SignatureV4.of(request, signed, secret.orElse(LOCAL_SECRET));
    if (!isSame(expected, signed.signature())) {
      throw new S3Exception(
          403,
          "SignatureDoesNotMatch",
          "The request signature we calculated does not match the signature you provided. Check"
              + " your key and signing method."
              + (secret.isPresent()
                  ? ""
                  : " Presigned URLs of your own need the secret access key \"test\" here."),
          Map.of(
              "AWSAccessKeyId", signed.accessKey(),
              "CanonicalRequest", CanonicalRequest.of(request, signed)));
    }
  }

  private static void checkToken(Request request, IssuedSession session) {
    String token =
        request
            .parameter("X-Amz-Security-Token")
            .or(() -> request.header("X-Amz-Security-Token"))
            .orElse("");
    if (!isSame(token, session.credentials().sessionToken())) {
      throw new S3Exception(
          400, "InvalidToken", "The provided token is malformed or otherwise invalid.");
    }
  }

  /** Refuses headers for S3 that whoever signed the URL did not decide about. */
  private static void requireSigned(Request request, Signed signed) {
    for (String name : request.headers().keySet()) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.startsWith("x-amz-") && !signed.headers().contains(lower)) {
        throw new S3Exception(
            403,
            "AccessDenied",
            "There were headers present in the request which were not signed",
            Map.of("HeadersNotSigned", lower));
      }
    }
  }

  private static boolean isSame(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
