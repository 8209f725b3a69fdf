package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Is one sign-in and all tokens that came of it.
 *
 * @param eventId the {@code event_id} claim of every token of it
 * @param originId the {@code origin_jti} claim
 * @param refreshUntil when its refresh token stops working
 * @param scopes what was granted at the hosted pages, null for a sign-in through the API
 */
public record Session(
    String eventId,
    String originId,
    String clientId,
    String username,
    Instant authenticated,
    Instant refreshUntil,
    boolean revoked,
    @Nullable List<String> scopes) {

  /** Returns a session that begins now, through the API. */
  public static Session begin(String clientId, String username, Instant now, Instant refreshUntil) {
    return new Session(
        UUID.randomUUID().toString(),
        UUID.randomUUID().toString(),
        clientId,
        username,
        now,
        refreshUntil,
        false,
        null);
  }

  /** Returns the same session as the hosted pages begin it: signed in then, for these scopes. */
  public Session granted(Instant signedIn, List<String> granted) {
    return new Session(
        eventId, originId, clientId, username, signedIn, refreshUntil, revoked, granted);
  }

  Session revoke() {
    return new Session(
        eventId, originId, clientId, username, authenticated, refreshUntil, true, scopes);
  }
}
