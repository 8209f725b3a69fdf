package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.pools.UserMfa;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The choice of the first factor in the USER_AUTH flow. */
final class ChoiceSignIn {
  static final String SELECT = "SELECT_CHALLENGE";
  static final String PASSWORD = "PASSWORD";
  static final String PASSWORD_SRP = "PASSWORD_SRP";

  private final ChallengeSessions sessions;

  ChoiceSignIn(ChallengeSessions sessions) {
    this.sessions = sessions;
  }

  /** Returns the preferred factor, or an empty Optional if the user has to choose. */
  Optional<String> preferred(SignInRequest request) {
    return request
        .parameters()
        .optional("PREFERRED_CHALLENGE")
        .filter(available(request, request.username())::contains);
  }

  /** Returns the challenge to choose a factor. */
  JsonObject select(SignInRequest request) {
    String username = request.username();
    List<String> available = available(request, username);
    JsonObject result = challenge(request.app(), SELECT, username);
    result.add("AvailableChallenges", Json.array(available));
    return result;
  }

  /** Returns the challenge that asks for the password. */
  JsonObject password(SignInRequest request) {
    return challenge(request.app(), PASSWORD, request.username());
  }

  /** Returns the factor that the user chose. */
  String choose(SignInRequest request, String session) {
    ChallengeSession opened = open(request, SELECT, session);
    String answer = request.parameters().required("ANSWER");
    if (!available(request, request.username()).contains(answer)) {
      throw CognitoErrors.invalidParameter("Invalid challenge response: " + answer);
    }
    sessions.end(opened);
    return answer;
  }

  /** Checks the session of the challenge that asks for the password. */
  ChallengeSession open(SignInRequest request, String challenge, String session) {
    ChallengeSession opened = sessions.open(request.app(), challenge, session);
    if (!opened.username().equals(name(request.app(), request.username()))) {
      throw ChallengeSessions.invalid();
    }
    return opened;
  }

  private JsonObject challenge(AppClient app, String challenge, String username) {
    return Json.object(
        "ChallengeName",
        challenge,
        "Session",
        sessions.issue(app, challenge, name(app, username), Map.of()),
        "ChallengeParameters",
        new JsonObject());
  }

  private static String name(AppClient app, String username) {
    return app.pool().users().find(username).map(PoolUser::username).orElse(username);
  }

  private static List<String> available(SignInRequest request, String username) {
    AppClient app = request.app();
    Optional<PoolUser> user = app.pool().users().find(username);
    if (user.isEmpty() && !app.preventUserExistenceErrors()) {
      throw CognitoErrors.userDoesNotExist();
    }
    List<String> factors = new ArrayList<>();
    if (user.isEmpty() || user.get().password() != null) {
      factors.addAll(List.of(PASSWORD, PASSWORD_SRP));
    }
    if (app.pool().settings().firstFactors().contains(UserMfa.EMAIL)
        && user.filter(PoolUser::emailVerified).isPresent()) {
      factors.add(UserMfa.EMAIL);
    }
    return factors;
  }
}
