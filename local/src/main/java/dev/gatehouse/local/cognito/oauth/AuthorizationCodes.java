package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps the codes that were issued: each is good once, for five minutes. */
public final class AuthorizationCodes {
  private static final Duration GOOD_FOR = Duration.ofMinutes(5);

  private final Map<String, Authorization> byCode = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Takes the clock that codes expire by. */
  public AuthorizationCodes(Clock clock) {
    this.clock = clock;
  }

  /** Returns the redirection that carries a new code for somebody who signed in then. */
  public Response send(AuthorizationRequest asked, String username, Instant signedIn) {
    Instant now = clock.instant();
    byCode.values().removeIf(old -> now.isAfter(old.expires()));
    String code = UUID.randomUUID().toString();
    byCode.put(code, new Authorization(asked, username, signedIn, now.plus(GOOD_FOR)));
    return asked.redirect(Map.of("code", code));
  }

  /** Returns what a code stands for and takes it out of use, whatever becomes of it. */
  Optional<Authorization> redeem(String code) {
    return Optional.ofNullable(byCode.remove(code))
        .filter(issued -> clock.instant().isBefore(issued.expires()));
  }
}
