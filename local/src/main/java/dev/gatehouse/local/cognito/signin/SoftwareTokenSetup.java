package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.mfa.SoftwareTokens;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import java.util.Map;

/** The set-up of a software token, by a user who is signed in or in an MFA_SETUP challenge. */
public final class SoftwareTokenSetup {
  static final String CHALLENGE = "MFA_SETUP";
  static final String VERIFIED = "verified";

  private final UserPools pools;
  private final ChallengeSessions sessions;
  private final SoftwareTokens tokens;

  SoftwareTokenSetup(UserPools pools, ChallengeSessions sessions, SoftwareTokens tokens) {
    this.pools = pools;
    this.sessions = sessions;
    this.tokens = tokens;
  }

  /** The user of a challenge's session. */
  private record Setup(AppClient app, PoolUser user, ChallengeSession session) {}

  /** Returns the result of AssociateSoftwareToken for a signed-in user. */
  public JsonObject associate(AppClient app, PoolUser user) {
    return Json.object("SecretCode", tokens.associate(app.pool(), user));
  }

  /** Returns the result of AssociateSoftwareToken in a challenge. */
  public JsonObject associate(String session) {
    Setup setup = open(session);
    JsonObject result = associate(setup.app(), setup.user());
    result.addProperty("Session", next(setup, Map.of()));
    return result;
  }

  /** Returns the result of VerifySoftwareToken for a signed-in user. */
  public JsonObject verify(AppClient app, PoolUser user, String code) {
    tokens.verify(app.pool(), user, code);
    return Json.object("Status", "SUCCESS");
  }

  /** Returns the result of VerifySoftwareToken in a challenge; the token is turned on. */
  public JsonObject verify(String session, String code) {
    Setup setup = open(session);
    JsonObject result = verify(setup.app(), setup.user(), code);
    setup
        .app()
        .pool()
        .users()
        .update(
            setup.user().username(),
            now -> now.with(now.mfa().prefer(UserMfa.SOFTWARE_TOKEN, true, false)));
    result.addProperty("Session", next(setup, Map.of(VERIFIED, "true")));
    return result;
  }

  private Setup open(String session) {
    AppClient app = sessions.appClient(pools, session);
    ChallengeSession opened = sessions.open(app, CHALLENGE, session);
    PoolUser user =
        app.pool().users().find(opened.username()).orElseThrow(ChallengeSessions::invalid);
    return new Setup(app, user, opened);
  }

  private String next(Setup setup, Map<String, String> details) {
    sessions.end(setup.session());
    return sessions.issue(setup.app(), CHALLENGE, setup.user().username(), details);
  }
}
