package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import dev.gatehouse.local.cognito.signin.SrpSignIn.ProvedPassword;
import dev.gatehouse.local.cognito.triggers.CustomAuthChallenge;
import dev.gatehouse.local.cognito.triggers.CustomAuthChallenge.Candidate;
import dev.gatehouse.local.cognito.triggers.CustomAuthChallenge.CreatedChallenge;
import dev.gatehouse.local.cognito.triggers.CustomAuthChallenge.Decision;
import java.util.Map;
import java.util.Optional;

/** The CUSTOM_AUTH flow, which the functions of a user pool decide. */
final class CustomSignIn {
  static final String CHALLENGE = "CUSTOM_CHALLENGE";
  private static final String PAST = "past";
  private static final String PRIVATE = "private";
  private static final String METADATA = "metadata";

  private final CustomAuthChallenge triggers;
  private final PasswordSignIn passwords;
  private final SrpSignIn srp;
  private final ChallengeSessions sessions;

  /** Either a challenge, or a user who is to get tokens. */
  record Step(Optional<JsonObject> challenge, Optional<PoolUser> user) {}

  CustomSignIn(
      CustomAuthChallenge triggers,
      PasswordSignIn passwords,
      SrpSignIn srp,
      ChallengeSessions sessions) {
    this.triggers = triggers;
    this.passwords = passwords;
    this.srp = srp;
    this.sessions = sessions;
  }

  /** Starts the flow, with the password first if the client sends SRP_A. */
  Step start(SignInRequest request) {
    Optional<PoolUser> user = passwords.find(request, request.username());
    user.ifPresent(passwords::requireActive);
    JsonArray past = new JsonArray();
    if (request.parameters().optional("CHALLENGE_NAME").filter("SRP_A"::equals).isPresent()) {
      past.add(entry("SRP_A", true, JsonNull.INSTANCE));
    }
    return define(request, candidate(request, user), past);
  }

  /** Continues after the answer to a challenge. */
  Step respond(SignInRequest request, String session) {
    ChallengeSession opened = sessions.open(request.app(), CHALLENGE, session);
    Candidate candidate = candidate(request, opened);
    String answer = request.parameters().required("ANSWER");
    boolean right = triggers.verify(candidate, parse(opened, PRIVATE).getAsJsonObject(), answer);
    sessions.end(opened);
    JsonArray past = parse(opened, PAST).getAsJsonArray();
    past.add(entry(CHALLENGE, right, parse(opened, METADATA)));
    return define(request, candidate, past);
  }

  /** Continues after a password that was proved within this flow. */
  Step continueAfter(SignInRequest request, ProvedPassword proved) {
    JsonArray past = JsonParser.parseString(proved.customPast()).getAsJsonArray();
    past.add(entry(SrpSignIn.CHALLENGE, true, JsonNull.INSTANCE));
    return define(request, candidate(request, Optional.of(proved.user())), past);
  }

  private Step define(SignInRequest request, Candidate candidate, JsonArray past) {
    Decision decision = triggers.define(candidate, past);
    if (decision.failAuthentication() || (decision.issueTokens() && candidate.user().isEmpty())) {
      throw CognitoErrors.incorrectUsernameOrPassword();
    }
    if (decision.issueTokens()) {
      return new Step(Optional.empty(), candidate.user());
    }
    return switch (decision.challenge()) {
      case CHALLENGE -> new Step(Optional.of(create(request, candidate, past)), Optional.empty());
      case SrpSignIn.CHALLENGE ->
          new Step(
              Optional.of(srp.start(request, candidate.user(), Json.text(past))), Optional.empty());
      default ->
          throw new AwsException(
              "InvalidLambdaResponseException",
              "DefineAuthChallenge has to issue tokens, to fail, or to name CUSTOM_CHALLENGE or"
                  + " PASSWORD_VERIFIER.");
    };
  }

  private JsonObject create(SignInRequest request, Candidate candidate, JsonArray past) {
    CreatedChallenge created = triggers.create(candidate, CHALLENGE, past);
    Map<String, String> details =
        Map.of(
            PAST, Json.text(past),
            PRIVATE, Json.text(created.privateParameters()),
            METADATA, Json.text(created.metadata()));
    JsonObject parameters = Json.object("USERNAME", candidate.username());
    created.publicParameters().asMap().forEach(parameters::add);
    return Json.object(
        "ChallengeName",
        CHALLENGE,
        "Session",
        sessions.issue(request.app(), CHALLENGE, candidate.username(), details),
        "ChallengeParameters",
        parameters);
  }

  private static Candidate candidate(SignInRequest request, Optional<PoolUser> user) {
    String username = user.map(PoolUser::username).orElseGet(request::username);
    return new Candidate(request.app().pool(), username, user, request.caller());
  }

  private static Candidate candidate(SignInRequest request, ChallengeSession session) {
    Optional<PoolUser> user = request.app().pool().users().find(request.username());
    Candidate candidate = candidate(request, user);
    if (!candidate.username().equals(session.username())) {
      throw ChallengeSessions.invalid();
    }
    return candidate;
  }

  private static JsonElement parse(ChallengeSession session, String detail) {
    return JsonParser.parseString(session.detail(detail));
  }

  private static JsonObject entry(String challenge, boolean result, JsonElement metadata) {
    return Json.object(
        "challengeName", challenge, "challengeResult", result, "challengeMetadata", metadata);
  }
}
