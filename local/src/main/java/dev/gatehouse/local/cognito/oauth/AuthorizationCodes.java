package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.state.StateEntries;
import dev.gatehouse.local.state.StateStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The issued authorization codes, each valid once and for five minutes. */
public final class AuthorizationCodes {
  private static final Duration VALIDITY = Duration.ofMinutes(5);

  private final Map<String, Issued> byCode = new ConcurrentHashMap<>();
  private final UserPoolDomains domains;
  private final StateEntries<Issued> entries;
  private final Clock clock;

  /** Creates a store with the codes of the last run. */
  public AuthorizationCodes(UserPoolDomains domains, Clock clock, StateStore state) {
    this.domains = domains;
    this.clock = clock;
    this.entries = state.entries("cognito-authorization-codes", Issued.class);
    state.read(this::read);
  }

  private void read() {
    byCode.clear();
    byCode.putAll(entries.all());
  }

  /** A grant as it is stored, with the id of its app client. */
  private record Issued(
      String clientId,
      String redirectUri,
      List<String> scopes,
      @Nullable String state,
      @Nullable String nonce,
      @Nullable String codeChallenge,
      String query,
      String username,
      Instant authTime,
      Instant expires) {

    static Issued of(AuthorizationRequest request, String username, Instant at, Instant expires) {
      return new Issued(
          request.app().id(),
          request.redirectUri(),
          request.scopes(),
          request.state(),
          request.nonce(),
          request.codeChallenge(),
          request.query(),
          username,
          at,
          expires);
    }

    AuthorizationGrant grant(AppClient app) {
      return new AuthorizationGrant(
          new AuthorizationRequest(app, redirectUri, scopes, state, nonce, codeChallenge, query),
          username,
          authTime,
          expires);
    }
  }

  /** Returns the redirect to the app client with a new code for the user. */
  public Response redirectWithCode(
      AuthorizationRequest request, String username, Instant authTime) {
    Instant now = clock.instant();
    byCode.forEach(
        (old, issued) -> {
          if (now.isAfter(issued.expires())) {
            remove(old);
          }
        });
    String code = UUID.randomUUID().toString();
    byCode.put(code, Issued.of(request, username, authTime, now.plus(VALIDITY)));
    entries.changed(code, () -> byCode.get(code));
    return request.redirect(Map.of("code", code));
  }

  /** Returns the grant of a code and invalidates the code, even if the exchange fails. */
  Optional<AuthorizationGrant> redeem(String code) {
    return remove(code)
        .filter(issued -> clock.instant().isBefore(issued.expires()))
        .flatMap(issued -> domains.client(issued.clientId()).map(issued::grant));
  }

  private Optional<Issued> remove(String code) {
    Optional<Issued> removed = Optional.ofNullable(byCode.remove(code));
    if (removed.isPresent()) {
      entries.changed(code, () -> byCode.get(code));
    }
    return removed;
  }
}
