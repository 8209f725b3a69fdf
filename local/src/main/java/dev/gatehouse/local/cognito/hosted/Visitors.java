package dev.gatehouse.local.cognito.hosted;

import dev.gatehouse.local.cognito.pools.UserPool;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Knows browsers again for an hour, by a cookie that says nothing about whose they are. */
final class Visitors {
  static final String COOKIE = "cognito";
  private static final Duration KNOWN_FOR = Duration.ofHours(1);

  private final Map<String, Visitor> byCookie = new ConcurrentHashMap<>();
  private final Clock clock;

  Visitors(Clock clock) {
    this.clock = clock;
  }

  /** Returns the answer with a new cookie for this visitor; an older one is worth nothing now. */
  Response greet(
      Request request, Response answer, UserPool pool, Visitor.Stage stage, String name) {
    return greet(request, answer, new Visitor(pool.id(), name, stage, "", clock.instant()));
  }

  /** Returns the answer with a new cookie for this visitor, who knows where a code went. */
  Response greet(Request request, Response answer, Visitor visitor) {
    byCookie.values().removeIf(this::isForgotten);
    forget(request);
    String cookie = UUID.randomUUID().toString();
    byCookie.put(cookie, visitor);
    return Cookies.set(answer, COOKIE, cookie);
  }

  /** Returns who came back, or nothing. */
  Optional<Visitor> find(Request request) {
    return Cookies.find(request, COOKIE)
        .map(byCookie::get)
        .filter(visitor -> !isForgotten(visitor));
  }

  /** Forgets who came. */
  void forget(Request request) {
    Cookies.find(request, COOKIE).ifPresent(byCookie::remove);
  }

  Clock clock() {
    return clock;
  }

  private boolean isForgotten(Visitor visitor) {
    return clock.instant().isAfter(visitor.since().plus(KNOWN_FOR));
  }
}
