package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.http.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The issued authorization codes, each valid once and for five minutes. */
public final class AuthorizationCodes {
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private final Map<String, AuthorizationGrant> byCode = new ConcurrentHashMap<>();
  private final Clock clock;

  /** Creates a store without codes. */
  public AuthorizationCodes(Clock clock) {
    this.clock = clock;
  }

  /** Returns the redirect to the app client with a new code for the user. */
  public Response redirectWithCode(
      AuthorizationRequest request, String username, Instant authTime) {
    Instant now = clock.instant();
    byCode.values().removeIf(old -> now.isAfter(old.expires()));
    String code = UUID.randomUUID().toString();
    byCode.put(code, new AuthorizationGrant(request, username, authTime, now.plus(VALIDITY)));
    return request.redirect(Map.of("code", code));
  }

  /** Returns the grant of a code and invalidates the code, even if the exchange fails. */
  Optional<AuthorizationGrant> redeem(String code) {
    return Optional.ofNullable(byCode.remove(code))
        .filter(issued -> clock.instant().isBefore(issued.expires()));
  }
}
