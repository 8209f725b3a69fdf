package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.HashedPassword;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import dev.gatehouse.local.cognito.srp.SrpExchange;
import dev.gatehouse.local.cognito.srp.SrpVerifier;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The USER_SRP_AUTH flow and its PASSWORD_VERIFIER challenge. */
final class SrpSignIn {
  static final String CHALLENGE = "PASSWORD_VERIFIER";
  private static final int VERIFIER_BYTES = 3072 / Byte.SIZE;
  private static final String CUSTOM_PAST = "custom";

  private final PasswordSignIn passwords;
  private final ChallengeSessions sessions;

  SrpSignIn(PasswordSignIn passwords, ChallengeSessions sessions) {
    this.passwords = passwords;
    this.sessions = sessions;
  }

  /**
   * A user who proved the password.
   *
   * @param customPast the past challenges of the CUSTOM_AUTH flow, empty in another
   */
  record ProvedPassword(PoolUser user, String customPast) {}

  /** Returns the challenge. An unknown user gets one too, if the app client hides who exists. */
  JsonObject start(SignInRequest request) {
    request.parameters().required("SRP_A");
    return start(request, passwords.find(request, request.username()), "");
  }

  /** Returns the challenge of a user, within the CUSTOM_AUTH flow if it has past challenges. */
  JsonObject start(SignInRequest request, Optional<PoolUser> found, String customPast) {
    String username = request.username();
    String userId = found.map(PoolUser::username).orElseGet(() -> fakeId(request.app(), username));
    SrpVerifier verifier = verifier(request.app(), found, userId);
    SrpExchange exchange = SrpProof.exchange(request.parameters(), verifier);
    return Json.object(
        "ChallengeName",
        CHALLENGE,
        "ChallengeParameters",
        Json.object(
            "SALT", verifier.salt(),
            "SECRET_BLOCK",
                SrpProof.secretBlock(
                    sessions,
                    request.app(),
                    CHALLENGE,
                    userId,
                    exchange,
                    Map.of(CUSTOM_PAST, customPast)),
            "SRP_B", exchange.serverPublic(),
            "USERNAME", userId,
            "USER_ID_FOR_SRP", userId));
  }

  /** Returns the user whose password the response proves; throws NotAuthorizedException. */
  ProvedPassword respond(SignInRequest request) {
    AppClient app = request.app();
    String username = request.username();
    SrpProof proof = SrpProof.of(request);
    ChallengeSession session = proof.open(sessions, app, CHALLENGE);
    PoolUser user =
        passwords.authenticate(
            app, username, candidate -> isProved(app, candidate, session, proof));
    sessions.end(session);
    return new ProvedPassword(user, session.detail(CUSTOM_PAST));
  }

  private static boolean isProved(
      AppClient app, Optional<PoolUser> user, ChallengeSession session, SrpProof proof) {
    String userId = session.username();
    boolean holds =
        proof.holds(session, verifier(app, user, userId), app.pool().srpIdentity(userId));
    return holds
        && user.filter(found -> found.password() != null && found.username().equals(userId))
            .isPresent();
  }

  /** Returns the verifier of a user's password, or one of no password at all. */
  private static SrpVerifier verifier(AppClient app, Optional<PoolUser> user, String userId) {
    return user.flatMap(found -> Optional.ofNullable(found.password()))
        .map(HashedPassword::verifier)
        .orElseGet(() -> fakeVerifier(app, userId));
  }

  /** Returns the same UUID for the same name each time, as for a user that exists. */
  private static String fakeId(AppClient app, String username) {
    ByteBuffer bytes = ByteBuffer.wrap(app.pool().keys().mac("user " + username));
    long version4 = (bytes.getLong() & ~0xF000L) | 0x4000L;
    long variant = (bytes.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(version4, variant).toString();
  }

  private static SrpVerifier fakeVerifier(AppClient app, String userId) {
    byte[] salt = new byte[16];
    ByteBuffer.wrap(app.pool().keys().mac("salt " + userId)).get(salt);
    // A number as random as a verifier; to compute one would take longer than to read one.
    byte[] number = new byte[VERIFIER_BYTES];
    ByteBuffer part = ByteBuffer.wrap(number);
    for (int i = 0; part.hasRemaining(); i++) {
      part.put(app.pool().keys().mac("verifier " + i + " " + userId));
    }
    return SrpVerifier.of(salt, number);
  }
}
