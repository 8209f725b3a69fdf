package dev.gatehouse.local.cognito.signin;

import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.cognito.pools.UserPools;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Kind;
import dev.gatehouse.local.cognito.tokens.EncryptedTokens.Payload;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** The sessions between a challenge and its response, encrypted for the client to keep. */
final class ChallengeSessions {
  private static final String ID = "id";
  private static final String CHALLENGE = "challenge";
  private static final String USERNAME = "username";

  private final Clock clock;

  /** The sessions that were answered, until they expire: each is accepted once. */
  private final Map<String, Instant> used = new HashMap<>();

  /** The content of a session. */
  record ChallengeSession(Payload payload) {
    String username() {
      return detail(USERNAME);
    }

    String detail(String name) {
      return payload.details().getOrDefault(name, "");
    }
  }

  ChallengeSessions(Clock clock) {
    this.clock = clock;
  }

  /** Returns the session of a challenge that a user has to respond to. */
  String issue(AppClient app, String challenge, String username, Map<String, String> details) {
    Map<String, String> all = new HashMap<>(details);
    all.put(ID, UUID.randomUUID().toString());
    all.put(CHALLENGE, challenge);
    all.put(USERNAME, username);
    Instant expires = clock.instant().plus(app.settings().authSessionValidity());
    return EncryptedTokens.encrypt(app.pool(), Kind.CHALLENGE, new Payload(app.id(), expires, all));
  }

  /** Returns the content; throws NotAuthorizedException if it is not a valid session. */
  ChallengeSession open(AppClient app, String challenge, String session) {
    ChallengeSession opened =
        EncryptedTokens.decrypt(app.pool(), Kind.CHALLENGE, session)
            .map(ChallengeSession::new)
            .filter(content -> content.payload().id().equals(app.id()))
            .filter(content -> content.detail(CHALLENGE).equals(challenge))
            .orElseThrow(ChallengeSessions::invalid);
    if (!clock.instant().isBefore(opened.payload().expires())) {
      throw CognitoErrors.notAuthorized("Invalid session for the user, session is expired.");
    }
    synchronized (used) {
      if (used.containsKey(opened.detail(ID))) {
        throw onlyOnce();
      }
    }
    return opened;
  }

  /** Returns the app client of a session; throws NotAuthorizedException if it is not valid. */
  AppClient appClient(UserPools pools, String session) {
    UserPool pool =
        EncryptedTokens.poolId(session)
            .flatMap(pools::find)
            .orElseThrow(ChallengeSessions::invalid);
    return EncryptedTokens.decrypt(pool, Kind.CHALLENGE, session)
        .flatMap(payload -> pool.client(payload.id()))
        .map(client -> new AppClient(pool, client))
        .orElseThrow(ChallengeSessions::invalid);
  }

  /** Ends a session; throws NotAuthorizedException if another response has ended it. */
  void end(ChallengeSession session) {
    synchronized (used) {
      used.values().removeIf(expires -> clock.instant().isAfter(expires));
      if (used.putIfAbsent(session.detail(ID), session.payload().expires()) != null) {
        throw onlyOnce();
      }
    }
  }

  static AwsException invalid() {
    return CognitoErrors.notAuthorized("Invalid session for the user.");
  }

  private static AwsException onlyOnce() {
    return CognitoErrors.notAuthorized(
        "Invalid session for the user, session can only be used once.");
  }
}
