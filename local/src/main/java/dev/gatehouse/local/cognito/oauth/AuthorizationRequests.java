package dev.gatehouse.local.cognito.oauth;

import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.settings.OAuthSettings;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Checks requests for codes, as the authorize page of the Cognito Developer Guide has it. */
public final class AuthorizationRequests {
  private static final List<String> HANDED_ON =
      List.of(
          "client_id",
          "response_type",
          "scope",
          "redirect_uri",
          "state",
          "nonce",
          "code_challenge_method",
          "code_challenge",
          "lang");
  private static final Set<String> NEED_OPENID = Set.of("email", "phone", "profile");

  private final Domains domains;

  /** Is what a request turned out to be. */
  public sealed interface Checked {}

  /** The request may be shown to a person. */
  public record Valid(AuthorizationRequest request) implements Checked {}

  /** The browser goes elsewhere with the error. */
  public record Refused(Response response) implements Checked {}

  /** Takes the clients that have pages at all. */
  public AuthorizationRequests(Domains domains) {
    this.domains = domains;
  }

  /** Checks who asks first, and only then tells them what else is wrong. */
  public Checked check(Request request) {
    Optional<AppClient> app = request.parameter("client_id").flatMap(domains::client);
    if (app.isEmpty()) {
      return new Refused(Redirection.toError("Client does not exist"));
    }
    OAuthSettings settings = app.get().settings().oauth();
    if (!settings.enabled()) {
      return new Refused(Redirection.toError("unauthorized_client", app.get().id()));
    }
    return settings
        .callback(request.parameter("redirect_uri"))
        .map(callback -> check(request, read(request, app.get(), callback)))
        .orElseGet(() -> new Refused(Redirection.toError("redirect_mismatch", app.get().id())));
  }

  private static AuthorizationRequest read(Request request, AppClient app, String callback) {
    Map<String, String> query = new LinkedHashMap<>();
    HANDED_ON.forEach(name -> request.parameter(name).ifPresent(value -> query.put(name, value)));
    return new AuthorizationRequest(
        app,
        callback,
        request
            .parameter("scope")
            .filter(scope -> !scope.isBlank())
            .map(scope -> Arrays.asList(scope.strip().split("\\s+")))
            .orElse(app.settings().oauth().scopes()),
        request.parameter("state").orElse(null),
        request.parameter("nonce").orElse(null),
        request.parameter("code_challenge").orElse(null),
        UrlEncoded.encode(query));
  }

  private static Checked check(Request request, AuthorizationRequest asked) {
    String responseType = request.parameter("response_type").orElse("");
    if (responseType.equals("token")) {
      return refused(asked, Map.of("error", "unauthorized_client"));
    }
    if (!responseType.equals("code") || !proofKey(request) || !providedHere(request)) {
      return refused(asked, Map.of("error", "invalid_request"));
    }
    List<String> scopes = asked.scopes();
    boolean identified = scopes.contains("openid") || Collections.disjoint(scopes, NEED_OPENID);
    if (!identified || !asked.app().settings().oauth().scopes().containsAll(scopes)) {
      // In this order and with this error AWS sends it, whatever its documentation says.
      Map<String, String> error = new LinkedHashMap<>();
      error.put("error_description", "invalid_scope");
      error.put("error", "invalid_request");
      return refused(asked, error);
    }
    return new Valid(asked);
  }

  private static boolean proofKey(Request request) {
    Optional<String> method = request.parameter("code_challenge_method");
    Optional<String> challenge = request.parameter("code_challenge");
    if (method.isEmpty() || challenge.isEmpty()) {
      return method.isEmpty() && challenge.isEmpty();
    }
    return method.get().equals("S256") && challenge.get().matches("[\\w-]{43}");
  }

  private static boolean providedHere(Request request) {
    return request.parameter("idp_identifier").isEmpty()
        && request.parameter("identity_provider").filter(name -> !name.equals("COGNITO")).isEmpty();
  }

  private static Checked refused(AuthorizationRequest asked, Map<String, String> error) {
    return new Refused(asked.redirect(error));
  }
}
