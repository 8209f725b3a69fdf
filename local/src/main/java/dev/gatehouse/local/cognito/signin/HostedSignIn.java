package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.triggers.CallerContext;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The steps after the password that the hosted pages take with the user. */
public record HostedSignIn(SignInFlows flows) {
  /** The challenge to choose a second factor. */
  public static final String SELECT = MfaChallenges.SELECT;

  /** The challenge to set up a software token. */
  public static final String SETUP = SoftwareTokenSetup.CHALLENGE;

  /** Returns the challenge of a second factor, or an empty Optional if none is needed. */
  public Optional<JsonObject> secondFactor(AppClient app, PoolUser user) {
    return flows.mfaChallenges().start(app, user);
  }

  /** Returns the challenge of the factor that the user chose. */
  public JsonObject choose(AppClient app, String username, String session, String factor) {
    return flows.mfaChallenges().choose(request(app, username, Map.of("ANSWER", factor)), session);
  }

  /** Returns the secret of a software token to be set up, and the next session. */
  public JsonObject associate(String session) {
    return flows.softwareTokenSetup().associate(session);
  }

  /** Returns the user who set up a software token; throws for a wrong code. */
  public PoolUser setUp(AppClient app, String username, String session, String code) {
    String verified = flows.softwareTokenSetup().verify(session, code).get("Session").getAsString();
    return flows.mfaChallenges().completeSetup(request(app, username, Map.of()), verified);
  }

  /** Returns the user of a right code; throws CodeMismatchException for a wrong one. */
  public PoolUser respond(
      AppClient app, String username, String challenge, String session, String code) {
    Map<String, String> response =
        challenge.equals(UserMfa.EMAIL)
            ? Map.of("EMAIL_OTP_CODE", code)
            : Map.of("SOFTWARE_TOKEN_MFA_CODE", code);
    String factor = challenge.equals(UserMfa.EMAIL) ? UserMfa.EMAIL : UserMfa.SOFTWARE_TOKEN;
    return flows.mfaChallenges().respond(request(app, username, response), factor, session);
  }

  /** Invokes PostAuthentication for a user who signed in. */
  public void complete(AppClient app, PoolUser user) {
    flows.authentication().post(app.pool(), user, new CallerContext(app.id(), Map.of()), false);
  }

  private static SignInRequest request(
      AppClient app, String username, Map<String, String> parameters) {
    Map<String, String> all = new LinkedHashMap<>(parameters);
    all.put("USERNAME", username);
    String secret = app.client().secret();
    if (secret != null) {
      all.put("SECRET_HASH", SecretHash.of(username, app.id(), secret));
    }
    return new SignInRequest(app, new AuthParameters(all), Map.of());
  }
}
