package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in and the tokens issued for it.
 *
 * @param eventId the {@code event_id} claim of its tokens
 * @param originId the {@code origin_jti} claim
 * @param refreshUntil when its refresh token expires
 * @param scopes the scopes granted at the hosted pages, null for a sign-in through the API
 * @param rotated until when each refresh token that another has replaced is accepted, null for none
 * @param deviceKey the key of the device that signed in, null where devices are not tracked
 */
public record SignInSession(
    String eventId,
    String originId,
    String clientId,
    String username,
    Instant authenticated,
    Instant refreshUntil,
    boolean revoked,
    @Nullable List<String> scopes,
    @Nullable Map<String, Instant> rotated,
    @Nullable String deviceKey) {

  /** Returns a new session of a sign-in through the API. */
  public static SignInSession start(
      String clientId, String username, Instant now, Instant refreshUntil) {
    return new SignInSession(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        clientId,
        username,
        now,
        refreshUntil,
        false,
        null,
        null,
        null);
  }

  /** Returns the session of a sign-in with this device, null for none. */
  public SignInSession withDevice(@Nullable String key) {
    return new SignInSession(
        eventId,
        originId,
        clientId,
        username,
        authenticated,
        refreshUntil,
        revoked,
        scopes,
        rotated,
        key);
  }

  /**
   * Returns the session with the time of the sign-in at the hosted pages and the granted scopes.
   */
  public SignInSession withGrant(Instant authTime, List<String> granted) {
    return new SignInSession(
        eventId,
        originId,
        clientId,
        username,
        authTime,
        refreshUntil,
        revoked,
        granted,
        rotated,
        deviceKey);
  }

  /** Returns whether a refresh token of this session has been replaced, and not only just. */
  public boolean isReplaced(String refreshTokenId, Instant now) {
    @Nullable Instant until = rotated == null ? null : rotated.get(refreshTokenId);
    return until != null && !now.isBefore(until);
  }

  /** Returns the session whose refresh token is accepted until then; an earlier time stays. */
  SignInSession rotate(String refreshTokenId, Instant until) {
    Map<String, Instant> replaced =
        rotated == null ? new LinkedHashMap<>() : new LinkedHashMap<>(rotated);
    replaced.putIfAbsent(refreshTokenId, until);
    return new SignInSession(
        eventId,
        originId,
        clientId,
        username,
        authenticated,
        refreshUntil,
        revoked,
        scopes,
        replaced,
        deviceKey);
  }

  SignInSession revoke() {
    return new SignInSession(
        eventId,
        originId,
        clientId,
        username,
        authenticated,
        refreshUntil,
        true,
        scopes,
        rotated,
        deviceKey);
  }
}
