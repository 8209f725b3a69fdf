package dev.gatehouse.local.cognito.pools;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Keeps the sign-ins of one pool. */
public final class Sessions {
  private final Map<String, Session> byEventId = new ConcurrentHashMap<>();
  private final Runnable changed;

  Sessions(Collection<Session> sessions, Runnable changed) {
    this.changed = changed;
    sessions.forEach(session -> byEventId.put(session.eventId(), session));
  }

  /** Keeps a session and forgets those whose last token has expired. */
  public void add(Session session, Instant now) {
    byEventId.values().removeIf(old -> now.isAfter(old.refreshUntil()));
    byEventId.put(session.eventId(), session);
    changed.run();
  }

  /** Returns the session of a token by its {@code event_id}. */
  public Optional<Session> find(String eventId) {
    return Optional.ofNullable(byEventId.get(eventId));
  }

  /** Returns every session kept. */
  public List<Session> all() {
    return List.copyOf(byEventId.values());
  }

  /** Revokes this one session. */
  public void revoke(Session session) {
    revoke(session::equals);
  }

  /** Revokes every session of this user. */
  public void revokeAllOf(String username) {
    revoke(session -> session.username().equals(username));
  }

  /** Forgets every session of this user, who is gone. */
  void forgetAllOf(String username) {
    byEventId.values().removeIf(session -> session.username().equals(username));
  }

  private void revoke(Predicate<Session> which) {
    byEventId.replaceAll((id, session) -> which.test(session) ? session.revoke() : session);
    changed.run();
  }
}
