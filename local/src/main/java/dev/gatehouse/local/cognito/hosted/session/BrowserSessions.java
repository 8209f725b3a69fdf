package dev.gatehouse.local.cognito.hosted.session;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The sessions of browsers, each valid for an hour, by a random cookie. */
public final class BrowserSessions {
  public static final String COOKIE = "cognito";
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final Map<String, BrowserSession> byCookie = new ConcurrentHashMap<>();
  private final StateEntries<BrowserSession> entries;
  private final Clock clock;

  /** Creates a store with the sessions of the last run. */
  public BrowserSessions(Clock clock, StateStore state) {
    this.clock = clock;
    this.entries = state.entries("cognito-browsers", BrowserSession.class);
    state.read(this::read);
  }

  private void read() {
    byCookie.clear();
    byCookie.putAll(entries.all());
  }

  /** Returns the response with the cookie of a new session, which replaces an earlier one. */
  Response start(Request request, Response response, BrowserSession session) {
    byCookie.forEach(
        (old, each) -> {
          if (isExpired(each)) {
            set(old, null);
          }
        });
    end(request);
    String cookie = UUID.randomUUID().toString();
    set(cookie, session);
    return Cookies.set(response, COOKIE, cookie);
  }

  /** Returns the session of the browser, or an empty Optional if it has none. */
  Optional<BrowserSession> find(Request request) {
    return Cookies.find(request, COOKIE).map(byCookie::get).filter(session -> !isExpired(session));
  }

  /** Ends the session of the browser. */
  public void end(Request request) {
    Cookies.find(request, COOKIE)
        .filter(byCookie::containsKey)
        .ifPresent(cookie -> set(cookie, null));
  }

  private void set(String cookie, @Nullable BrowserSession session) {
    if (session == null) {
      byCookie.remove(cookie);
    } else {
      byCookie.put(cookie, session);
    }
    entries.changed(cookie, () -> byCookie.get(cookie));
  }

  Clock clock() {
    return clock;
  }

  private boolean isExpired(BrowserSession session) {
    return clock.instant().isAfter(session.since().plus(VALIDITY));
  }
}
