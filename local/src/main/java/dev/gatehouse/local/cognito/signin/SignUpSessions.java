package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import java.util.Map;
import java.util.Optional;

/** The sessions that sign a user in right after sign-up and confirmation, by USER_AUTH. */
public final class SignUpSessions {
  private static final String SIGNED_UP = "SIGNED_UP";
  private static final String CONFIRMED = "CONFIRMED";

  private final ChallengeSessions sessions;

  SignUpSessions(ChallengeSessions sessions) {
    this.sessions = sessions;
  }

  /** Returns the session of a sign-up, or an empty Optional if the client lacks the flow. */
  public Optional<String> signedUp(AppClient app, PoolUser user) {
    return app.settings().authFlows().contains("ALLOW_USER_AUTH")
        ? Optional.of(sessions.issue(app, SIGNED_UP, user.username(), Map.of()))
        : Optional.empty();
  }

  /** Throws NotAuthorizedException if this is not the session of the user's sign-up. */
  public void check(AppClient app, PoolUser user, String session) {
    ChallengeSession unused = open(app, user, SIGNED_UP, session);
  }

  /** Returns the session after a confirmation; throws NotAuthorizedException for another user's. */
  public String confirmed(AppClient app, PoolUser user, String session) {
    end(app, user, SIGNED_UP, session);
    return sessions.issue(app, CONFIRMED, user.username(), Map.of());
  }

  /** Ends the session after a confirmation; throws NotAuthorizedException for another user's. */
  void signIn(AppClient app, PoolUser user, String session) {
    end(app, user, CONFIRMED, session);
  }

  private void end(AppClient app, PoolUser user, String kind, String session) {
    sessions.end(open(app, user, kind, session));
  }

  private ChallengeSession open(AppClient app, PoolUser user, String kind, String session) {
    ChallengeSession opened = sessions.open(app, kind, session);
    if (!opened.username().equals(user.username())) {
      throw ChallengeSessions.invalid();
    }
    return opened;
  }
}
