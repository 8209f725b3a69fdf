package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * The sign-in sessions of a user pool, which tells {@code changed} the event id of each changed
 * session.
 */
public final class SignInSessions {
  private final Map<String, SignInSession> byEventId = new ConcurrentHashMap<>();
  private final Consumer<String> changed;

  SignInSessions(Collection<SignInSession> sessions, Consumer<String> changed) {
    this.changed = changed;
    sessions.forEach(session -> byEventId.put(session.eventId(), session));
  }

  /** Adds a session and removes expired ones. */
  public void add(SignInSession session, Instant now) {
    remove(old -> now.isAfter(old.refreshUntil()));
    byEventId.put(session.eventId(), session);
    changed.accept(session.eventId());
  }

  /** Returns the session of a token by its {@code event_id} claim. */
  public Optional<SignInSession> find(String eventId) {
    return Optional.ofNullable(byEventId.get(eventId));
  }

  /** Returns all sessions. */
  public List<SignInSession> all() {
    return List.copyOf(byEventId.values());
  }

  /** Replaces a refresh token of a session, which is accepted until then. */
  public void rotate(SignInSession session, String refreshTokenId, Instant until) {
    byEventId.computeIfPresent(
        session.eventId(), (id, current) -> current.rotate(refreshTokenId, until));
    changed.accept(session.eventId());
  }

  /** Revokes a session. */
  public void revoke(SignInSession session) {
    revoke(each -> each.eventId().equals(session.eventId()));
  }

  /** Revokes all sessions of a user. */
  public void revokeAllOf(String username) {
    revoke(session -> session.username().equals(username));
  }

  /** Removes all sessions of a deleted user. */
  void removeAllOf(String username) {
    remove(session -> session.username().equals(username));
  }

  private void remove(Predicate<SignInSession> removed) {
    for (SignInSession session : all()) {
      if (removed.test(session) && byEventId.remove(session.eventId()) != null) {
        changed.accept(session.eventId());
      }
    }
  }

  private void revoke(Predicate<SignInSession> revoked) {
    for (SignInSession session : all()) {
      if (revoked.test(session)) {
        byEventId.computeIfPresent(session.eventId(), (id, current) -> current.revoke());
        changed.accept(session.eventId());
      }
    }
  }
}
