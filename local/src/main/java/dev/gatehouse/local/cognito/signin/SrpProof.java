package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import dev.gatehouse.local.cognito.srp.SrpExchange;
import dev.gatehouse.local.cognito.srp.SrpExchange.Proof;
import dev.gatehouse.local.cognito.srp.SrpVerifier;
import dev.gatehouse.local.cognito.srp.SrpVerifier.Identity;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** The proof of a user's or a device's password in the response to a challenge. */
record SrpProof(Proof proof) {
  private static final String CLIENT_PUBLIC = "A";
  private static final String SERVER_SECRET = "b";

  /** Returns the proof of a response. */
  static SrpProof of(SignInRequest request) {
    AuthParameters parameters = request.parameters();
    return new SrpProof(
        new Proof(
            parameters.required("PASSWORD_CLAIM_SECRET_BLOCK"),
            parameters.required("TIMESTAMP"),
            parameters.required("PASSWORD_CLAIM_SIGNATURE")));
  }

  /** Starts an exchange with the public value of a client. */
  static SrpExchange exchange(AuthParameters parameters, SrpVerifier verifier) {
    return SrpExchange.start(parameters.required("SRP_A"), verifier)
        .orElseThrow(() -> CognitoErrors.invalidParameter("SRP_A is not valid."));
  }

  /** Returns the secret block of an exchange, which is the session of the challenge. */
  static String secretBlock(
      ChallengeSessions sessions,
      AppClient app,
      String challenge,
      String username,
      SrpExchange exchange,
      Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put(CLIENT_PUBLIC, exchange.clientPublic().toString(16));
    all.put(SERVER_SECRET, exchange.serverSecret().toString(16));
    String session = sessions.issue(app, challenge, username, all);
    return Base64.getEncoder().encodeToString(session.getBytes(StandardCharsets.US_ASCII));
  }

  /** Returns the session in the secret block; throws NotAuthorizedException if it is not valid. */
  ChallengeSession open(ChallengeSessions sessions, AppClient app, String challenge) {
    try {
      byte[] session = Base64.getDecoder().decode(proof.secretBlock());
      return sessions.open(app, challenge, new String(session, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException e) {
      throw CognitoErrors.incorrectUsernameOrPassword();
    }
  }

  /** Returns whether the proof was made with the password of this verifier. */
  boolean holds(ChallengeSession session, SrpVerifier verifier, Identity identity) {
    return new SrpExchange(
            new BigInteger(session.detail(CLIENT_PUBLIC), 16),
            new BigInteger(session.detail(SERVER_SECRET), 16),
            verifier)
        .isProvedBy(proof, identity);
  }
}
