package dev.gatehouse.local.cognito.oauth;

import com.google.gson.JsonObject;
import com.nimbusds.jose.util.Base64URL;
import dev.gatehouse.local.cognito.pools.AppClient;
import dev.gatehouse.local.cognito.pools.PoolUser;
import dev.gatehouse.local.cognito.signin.SignIn;
import dev.gatehouse.local.cognito.tokens.Tokens.Grant;
import dev.gatehouse.local.cognito.wire.CognitoError;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Exchanges codes and refresh tokens for tokens: {@code POST /oauth2/token}. */
public final class TokenEndpoint implements Service {
  private final Domains domains;
  private final AuthorizationCodes codes;
  private final SignIn signIn;

  /** Takes the codes to redeem and what issues the tokens. */
  public TokenEndpoint(Domains domains, AuthorizationCodes codes, SignIn signIn) {
    this.domains = domains;
    this.codes = codes;
    this.signIn = signIn;
  }

  @Override
  public Response answer(Request request) {
    try {
      ClientForm form = ClientForm.of(request);
      String grant = form.required("grant_type");
      return ClientAnswers.ok(
          renamed(
              switch (grant) {
                case "authorization_code" -> byCode(form.client(domains), form);
                case "refresh_token" -> byRefresh(form.client(domains), form);
                default -> throw OAuthError.of("unsupported_grant_type");
              }));
    } catch (OAuthError e) {
      return ClientAnswers.error(e);
    }
  }

  private JsonObject byCode(AppClient app, ClientForm form) {
    if (!app.settings().oauth().code()) {
      throw OAuthError.of("unauthorized_client");
    }
    String redirectUri = form.required("redirect_uri");
    Authorization issued =
        codes
            .redeem(form.required("code"))
            .filter(code -> code.asked().app().id().equals(app.id()))
            .filter(code -> code.asked().redirectUri().equals(redirectUri))
            .filter(code -> proves(code.asked().challenge(), form.optional("code_verifier")))
            .orElseThrow(() -> OAuthError.of("invalid_grant"));
    PoolUser user =
        app.pool()
            .users()
            .find(issued.username())
            .filter(PoolUser::enabled)
            .orElseThrow(() -> OAuthError.of("invalid_grant"));
    AuthorizationRequest asked = issued.asked();
    return signIn
        .tokens()
        .begin(app, user, new Grant(asked.scopes(), issued.signedIn(), asked.nonce()));
  }

  private JsonObject byRefresh(AppClient app, ClientForm form) {
    String token = form.required("refresh_token");
    try {
      return signIn.byRefresh().refresh(app, token);
    } catch (CognitoError e) {
      throw OAuthError.of("invalid_grant");
    }
  }

  /** A verifier without a challenge proves as little as a challenge without a verifier. */
  private static boolean proves(@Nullable String challenge, Optional<String> verifier) {
    return challenge == null
        ? verifier.isEmpty()
        : verifier.map(TokenEndpoint::challengeOf).filter(challenge::equals).isPresent();
  }

  private static String challengeOf(String verifier) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return Base64URL.encode(sha.digest(verifier.getBytes(StandardCharsets.US_ASCII))).toString();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  private static JsonObject renamed(JsonObject result) {
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
