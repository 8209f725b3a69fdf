package dev.gatehouse.local.cognito.signin;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.cognito.devices.DeviceKeys;
import dev.gatehouse.local.cognito.devices.DeviceRequest;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.Device;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.protocol.CognitoErrors;
import dev.gatehouse.local.cognito.signin.ChallengeSessions.ChallengeSession;
import dev.gatehouse.local.cognito.srp.SrpExchange;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The challenges DEVICE_SRP_AUTH and DEVICE_PASSWORD_VERIFIER of a remembered device. */
final class DeviceSignIn {
  static final String CHALLENGE = "DEVICE_SRP_AUTH";
  static final String VERIFIER = "DEVICE_PASSWORD_VERIFIER";
  private static final String DEVICE_KEY = "DEVICE_KEY";

  private final ChallengeSessions sessions;
  private final Clock clock;

  /** The last session of each device, for clients that leave it out of their first response. */
  private final Map<DeviceOfUser, String> last = new ConcurrentHashMap<>();

  private record DeviceOfUser(String clientId, String username, String deviceKey) {}

  DeviceSignIn(ChallengeSessions sessions, Clock clock) {
    this.sessions = sessions;
    this.clock = clock;
  }

  /** A user and the device that proved its password. */
  record ProvedDevice(PoolUser user, String deviceKey) {}

  /**
   * Returns the remembered device that a request names, or an empty Optional if it names none or
   * one that is not remembered; throws ResourceNotFoundException if the user has no such device.
   */
  Optional<Device> find(SignInRequest request, PoolUser user) {
    if (request.app().pool().settings().devices().isEmpty()) {
      return Optional.empty();
    }
    return request
        .parameters()
        .optional(DEVICE_KEY)
        .map(key -> user.device(key).orElseThrow(DeviceRequest::doesNotExist))
        .filter(Device::remembered);
  }

  /** Returns whether a remembered device is enough as a second factor. */
  boolean replacesMfa(AppClient app) {
    return app.pool().settings().devices().filter(settings -> settings.replacesMfa()).isPresent();
  }

  /** Returns the challenge that asks for the public value of a device. */
  JsonObject start(AppClient app, PoolUser user, Device device) {
    String session =
        sessions.issue(app, CHALLENGE, user.username(), Map.of(DEVICE_KEY, device.key()));
    last.put(new DeviceOfUser(app.id(), user.username(), device.key()), session);
    return Json.object(
        "ChallengeName", CHALLENGE, "Session", session, "ChallengeParameters", new JsonObject());
  }

  /** Returns the challenge that asks for a proof of the device's password. */
  JsonObject exchange(SignInRequest request, Optional<String> session) {
    AppClient app = request.app();
    ChallengeSession opened =
        sessions.open(
            app,
            CHALLENGE,
            session.or(() -> last(request)).orElseThrow(ChallengeSessions::invalid));
    PoolUser user = user(request, opened);
    Device device = device(request, user, opened);
    SrpExchange exchange = SrpProof.exchange(request.parameters(), device.verifier());
    String secretBlock =
        SrpProof.secretBlock(
            sessions, app, VERIFIER, user.username(), exchange, Map.of(DEVICE_KEY, device.key()));
    sessions.end(opened);
    return Json.object(
        "ChallengeName",
        VERIFIER,
        "ChallengeParameters",
        Json.object(
            "SALT",
            device.verifier().salt(),
            "SECRET_BLOCK",
            secretBlock,
            "SRP_B",
            exchange.serverPublic(),
            DEVICE_KEY,
            device.key(),
            "USERNAME",
            user.username()));
  }

  /** Returns the device whose password the response proves; throws NotAuthorizedException. */
  ProvedDevice respond(SignInRequest request) {
    AppClient app = request.app();
    SrpProof proof = SrpProof.of(request);
    ChallengeSession opened = proof.open(sessions, app, VERIFIER);
    PoolUser user = user(request, opened);
    Device device = device(request, user, opened);
    if (!proof.holds(opened, device.verifier(), DeviceKeys.identity(app.pool(), device.key()))) {
      throw CognitoErrors.incorrectUsernameOrPassword();
    }
    sessions.end(opened);
    PoolUser seen =
        app.pool()
            .users()
            .update(
                user.username(),
                now ->
                    now.device(device.key())
                        .map(found -> now.with(found.withSignIn(clock.instant())))
                        .orElseThrow(DeviceRequest::doesNotExist));
    return new ProvedDevice(seen, device.key());
  }

  private Optional<String> last(SignInRequest request) {
    String key = request.parameters().required(DEVICE_KEY);
    return request
        .app()
        .pool()
        .users()
        .find(request.username())
        .map(user -> last.remove(new DeviceOfUser(request.app().id(), user.username(), key)));
  }

  private static PoolUser user(SignInRequest request, ChallengeSession session) {
    return request
        .app()
        .pool()
        .users()
        .find(request.username())
        .filter(user -> user.username().equals(session.username()))
        .filter(PoolUser::enabled)
        .orElseThrow(ChallengeSessions::invalid);
  }

  private static Device device(SignInRequest request, PoolUser user, ChallengeSession session) {
    String key = request.parameters().required(DEVICE_KEY);
    if (!session.detail(DEVICE_KEY).equals(key)) {
      throw DeviceRequest.doesNotExist();
    }
    return user.device(key).filter(Device::remembered).orElseThrow(DeviceRequest::doesNotExist);
  }
}
