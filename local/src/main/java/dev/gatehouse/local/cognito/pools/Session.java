package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.UUID;

/**
 * Is one sign-in and all tokens that came of it.
 *
 * @param eventId the {@code event_id} claim of every token of it
 * @param originId the {@code origin_jti} claim
 * @param refreshUntil when its refresh token stops working
 */
public record Session(
    String eventId,
    String originId,
    String clientId,
    String username,
    Instant authenticated,
    Instant refreshUntil,
    boolean revoked) {

  /** Returns a session that begins now. */
  public static Session begin(String clientId, String username, Instant now, Instant refreshUntil) {
    return new Session(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        clientId,
        username,
        now,
        refreshUntil,
        false);
  }

  Session revoke() {
    return new Session(eventId, originId, clientId, username, authenticated, refreshUntil, true);
  }
}
