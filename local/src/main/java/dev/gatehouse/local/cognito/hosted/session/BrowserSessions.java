package dev.gatehouse.local.cognito.hosted.session;

import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The sessions of browsers, each valid for an hour, by a random cookie. */
public final class BrowserSessions {
  public static final String COOKIE = "cognito";
  private static final Duration VALIDITY = Duration.ofHours(1);

  private final Map<String, BrowserSession> byCookie = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Creates a store without sessions. */
  public BrowserSessions(Clock clock) {
    this.clock = clock;
  }

  /** Returns the response with the cookie of a new session, which replaces an earlier one. */
  Response start(Request request, Response response, BrowserSession session) {
    byCookie.values().removeIf(this::isExpired);
    end(request);
    String cookie = UUID.randomUUID().toString();
    byCookie.put(cookie, session);
    return Cookies.set(response, COOKIE, cookie);
  }

  /** Returns the session of the browser, or an empty Optional if it has none. */
  Optional<BrowserSession> find(Request request) {
    return Cookies.find(request, COOKIE).map(byCookie::get).filter(session -> !isExpired(session));
  }

  /** Ends the session of the browser. */
  public void end(Request request) {
    Cookies.find(request, COOKIE).ifPresent(byCookie::remove);
  }

  Clock clock() {
    return clock;
  }

  private boolean isExpired(BrowserSession session) {
    return clock.instant().isAfter(session.since().plus(VALIDITY));
  }
}
