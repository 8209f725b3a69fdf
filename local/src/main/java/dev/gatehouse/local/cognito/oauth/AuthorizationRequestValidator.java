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

/**
 * The validation of authorization requests, as the authorize page of the Cognito Developer Guide
 * describes.
 */
public final class AuthorizationRequestValidator {
  private static final List<String> FORWARDED =
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
  private static final Set<String> SCOPES_WITH_OPENID = Set.of("email", "phone", "profile");

  private final UserPoolDomains domains;

  /** The result of a validation. */
  public sealed interface Validation {}

  /** A valid request. */
  public record Valid(AuthorizationRequest request) implements Validation {}

  /** A redirect with the error of an invalid request. */
  public record Rejected(Response response) implements Validation {}

  /** Creates a validator for the app clients at these domains. */
  public AuthorizationRequestValidator(UserPoolDomains domains) {
    this.domains = domains;
  }

  /**
   * Validates a request. Errors go to the redirect URI only if app client and redirect URI are
   * valid.
   */
  public Validation validate(Request request) {
    Optional<AppClient> app = request.parameter("client_id").flatMap(domains::client);
    if (app.isEmpty()) {
      return new Rejected(Redirects.toErrorPage("Client does not exist"));
    }
    OAuthSettings settings = app.get().settings().oauth();
    if (!settings.enabled()) {
      return new Rejected(Redirects.toErrorPage("unauthorized_client", app.get().id()));
    }
    return settings
        .redirectUri(request.parameter("redirect_uri"))
        .map(callback -> validate(request, read(request, app.get(), callback)))
        .orElseGet(() -> new Rejected(Redirects.toErrorPage("redirect_mismatch", app.get().id())));
  }

  private static AuthorizationRequest read(Request request, AppClient app, String callback) {
    Map<String, String> query = new LinkedHashMap<>();
    FORWARDED.forEach(name -> request.parameter(name).ifPresent(value -> query.put(name, value)));
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

  private static Validation validate(Request request, AuthorizationRequest authorization) {
    String responseType = request.parameter("response_type").orElse("");
    if (responseType.equals("token")) {
      return rejected(authorization, Map.of("error", "unauthorized_client"));
    }
    if (!responseType.equals("code")
        || !validCodeChallenge(request)
        || !isCognitoProvider(request)) {
      return rejected(authorization, Map.of("error", "invalid_request"));
    }
    List<String> scopes = authorization.scopes();
    boolean openidGranted =
        scopes.contains("openid") || Collections.disjoint(scopes, SCOPES_WITH_OPENID);
    if (!openidGranted || !authorization.app().settings().oauth().scopes().containsAll(scopes)) {
      // AWS sends this error in this order, unlike its documentation.
      Map<String, String> error = new LinkedHashMap<>();
      error.put("error_description", "invalid_scope");
      error.put("error", "invalid_request");
      return rejected(authorization, error);
    }
    return new Valid(authorization);
  }

  private static boolean validCodeChallenge(Request request) {
    Optional<String> method = request.parameter("code_challenge_method");
    Optional<String> challenge = request.parameter("code_challenge");
    if (method.isEmpty() || challenge.isEmpty()) {
      return method.isEmpty() && challenge.isEmpty();
    }
    return method.get().equals("S256") && challenge.get().matches("[\\w-]{43}");
  }

  private static boolean isCognitoProvider(Request request) {
    return request.parameter("idp_identifier").isEmpty()
        && request.parameter("identity_provider").filter(name -> !name.equals("COGNITO")).isEmpty();
  }

  private static Validation rejected(
      AuthorizationRequest authorization, Map<String, String> error) {
    return new Rejected(authorization.redirect(error));
  }
}
