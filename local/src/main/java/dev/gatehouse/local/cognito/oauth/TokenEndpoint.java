package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.local.awsjson.AwsException;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.SignInFlows;
import dev.gatehouse.local.cognito.tokens.TokenIssuer.OAuthGrant;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The token endpoint of RFC 6749: {@code POST /oauth2/token}. */
public final class TokenEndpoint implements Service {
  private final UserPoolDomains domains;
  private final AuthorizationCodes codes;
  private final SignInFlows signIn;

  /** Creates the endpoint. */
  public TokenEndpoint(UserPoolDomains domains, AuthorizationCodes codes, SignInFlows signIn) {
    this.domains = domains;
    this.codes = codes;
    this.signIn = signIn;
  }

  @Override
  public Response handle(Request request) {
    try {
      ClientRequest form = ClientRequest.of(request);
      String grant = form.required("grant_type");
      return OAuthResponses.success(
          oauthNames(
              switch (grant) {
                case "authorization_code" -> authorizationCode(form.authenticate(domains), form);
                case "client_credentials" -> clientCredentials(form.authenticate(domains), form);
                case "refresh_token" -> refreshToken(form.authenticate(domains), form);
                default -> throw OAuthException.of("unsupported_grant_type");
              }));
    } catch (OAuthException e) {
      return OAuthResponses.error(e);
    }
  }

  private JsonObject authorizationCode(AppClient app, ClientRequest form) {
    if (!app.settings().oauth().codeFlow()) {
      throw OAuthException.of("unauthorized_client");
    }
    String redirectUri = form.required("redirect_uri");
    AuthorizationGrant issued =
        codes
            .redeem(form.required("code"))
            .filter(code -> code.request().app().id().equals(app.id()))
            .filter(code -> code.request().redirectUri().equals(redirectUri))
            .filter(
                code ->
                    codeVerifierMatches(
                        code.request().codeChallenge(), form.optional("code_verifier")))
            .orElseThrow(() -> OAuthException.of("invalid_grant"));
    PoolUser user =
        app.pool()
            .users()
            .find(issued.username())
            .filter(PoolUser::enabled)
            .orElseThrow(() -> OAuthException.of("invalid_grant"));
    AuthorizationRequest request = issued.request();
    OAuthGrant grant = new OAuthGrant(request.scopes(), issued.authTime(), request.nonce());
    try {
      return signIn.tokens().issue(app, user, grant);
    } catch (AwsException e) {
      // The PreTokenGeneration trigger refused.
      throw OAuthException.of("invalid_grant");
    }
  }

  /** Returns a token with the requested scopes of resource servers, or with all of the client's. */
  private JsonObject clientCredentials(AppClient app, ClientRequest form) {
    if (!app.settings().oauth().clientCredentials()) {
      throw OAuthException.of("unauthorized_client");
    }
    List<String> allowed =
        app.settings().oauth().scopes().stream().filter(scope -> scope.contains("/")).toList();
    List<String> requested =
        form.optional("scope")
            .filter(scope -> !scope.isBlank())
            .map(scope -> List.of(scope.strip().split("\\s+")))
            .orElse(allowed);
    if (requested.isEmpty() || !allowed.containsAll(requested)) {
      throw OAuthException.of("invalid_scope");
    }
    return signIn.tokens().issue(app, requested);
  }

  private JsonObject refreshToken(AppClient app, ClientRequest form) {
    String token = form.required("refresh_token");
    try {
      return signIn.refreshTokenSignIn().refresh(app, token, Optional.empty(), Map.of());
    } catch (AwsException e) {
      throw OAuthException.of("invalid_grant");
    }
  }

  /** Returns whether challenge and verifier match, or both are missing. */
  private static boolean codeVerifierMatches(
      @Nullable String challenge, Optional<String> verifier) {
    return challenge == null
        ? verifier.isEmpty()
        : verifier.map(TokenEndpoint::s256).filter(challenge::equals).isPresent();
  }

  private static String s256(String verifier) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(sha.digest(verifier.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static JsonObject oauthNames(JsonObject result) {
    JsonObject tokens = new JsonObject();
    tokens.add("id_token", result.get("IdToken"));
    tokens.add("access_token", result.get("AccessToken"));
    tokens.add("refresh_token", result.get("RefreshToken"));
    tokens.add("expires_in", result.get("ExpiresIn"));
    tokens.add("token_type", result.get("TokenType"));
    tokens.asMap().values().removeIf(value -> value.isJsonNull());
    return tokens;
  }
}
