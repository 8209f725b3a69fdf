package dev.gatehouse.local.cognito.oauth;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.BACKEND_SECRET;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.cognito.hosted.PlanWithDomain;
import dev.gatehouse.local.cognito.hosted.TestBrowser;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.UrlEncoded;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TokenEndpointTest {
  // The pair of RFC 7636, appendix B.
  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  private final TestCognito cognito = new TestCognito(PlanWithDomain.plan());
  private final TestBrowser browser = new TestBrowser(cognito);

  private String code(String... more) {
    cognito.confirmed(EMAIL);
    browser.get(TestBrowser.address("/login", more));
    browser.submit("username", EMAIL, "password", PASSWORD);
    return browser.locationParameter("code");
  }

  private Reply post(String path, Map<String, String> headers, String... fields) {
    Map<String, String> form = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      form.put(fields[i], fields[i + 1]);
    }
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("Content-Type", List.of("application/x-www-form-urlencoded"));
    headers.forEach((name, value) -> all.put(name, List.of(value)));
    return send("POST", path, all, UrlEncoded.encode(form));
  }

  private Reply send(String method, String path, Map<String, List<String>> headers, String body) {
    Response answer =
        cognito
            .cognito
            .domain()
            .handle(
                new Request(method, path, Map.of(), headers, "127.0.0.1", body.getBytes(UTF_8)));
    return new Reply(answer.status(), answer);
  }

  private Reply redeem(String code, String... more) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("client_id", CLIENT);
    form.put("redirect_uri", PlanWithDomain.CALLBACK);
    form.put("code", code);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return post(
        "/oauth2/token",
        Map.of(),
        form.entrySet().stream()
            .flatMap(field -> Arrays.stream(new String[] {field.getKey(), field.getValue()}))
            .toArray(String[]::new));
  }

  private Reply refresh(Reply tokens) {
    return post(
        "/oauth2/token",
        Map.of(),
        "grant_type",
        "refresh_token",
        "client_id",
        CLIENT,
        "refresh_token",
        tokens.text("refresh_token"));
  }

  private Reply userInfo(String token) {
    return send("GET", "/oauth2/userInfo", Map.of("Authorization", List.of("Bearer " + token)), "");
  }

  private static JWTClaimsSet claims(Reply reply, String token) throws ParseException {
    return SignedJWT.parse(reply.text(token)).getJWTClaimsSet();
  }

  private static String error(Reply reply) {
    assertThat(reply.status()).isEqualTo(400);
    return reply.text("error");
  }

  @Test
  void codeIsExchangedForTokensWithTheGrantedScopes() throws Exception {
    Reply tokens = redeem(code("nonce", "n-1", "scope", "openid email"));
    assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
    assertThat(tokens.text("token_type")).isEqualTo("Bearer");
    assertThat(tokens.header("Cache-Control")).isEqualTo("no-store");
    JWTClaimsSet access = claims(tokens, "access_token");
    assertThat(access.getStringClaim("scope")).isEqualTo("openid email");
    assertThat(access.getStringClaim("client_id")).isEqualTo(CLIENT);
    JWTClaimsSet id = claims(tokens, "id_token");
    assertThat(id.getStringClaim("nonce")).isEqualTo("n-1");
    assertThat(id.getStringClaim("email")).isEqualTo(EMAIL);
    byte[] sha =
        MessageDigest.getInstance("SHA-256").digest(tokens.text("access_token").getBytes(UTF_8));
    assertThat(id.getStringClaim("at_hash"))
        .isEqualTo(Base64URL.encode(Arrays.copyOf(sha, 16)).toString());
  }

  @Test
  void allScopesOfTheClientAreGrantedByDefault() throws ParseException {
    Reply tokens = redeem(code());
    assertThat(claims(tokens, "access_token").getStringClaim("scope"))
        .isEqualTo("openid email profile aws.cognito.signin.user.admin");
    Reply user = cognito.call("GetUser", json("AccessToken", tokens.text("access_token")));
    assertThat(user.status()).isEqualTo(200);
  }

  @Test
  void idTokenRequiresTheOpenidScope() {
    Reply tokens = redeem(code("scope", "aws.cognito.signin.user.admin"));
    assertThat(tokens.json().keySet())
        .containsExactly("access_token", "refresh_token", "expires_in", "token_type");
    assertThat(userInfo(tokens.text("access_token")).status()).isEqualTo(401);
  }

  @Test
  void apiRequiresTheAdminScope() {
    Reply tokens = redeem(code("scope", "openid profile"));
    Reply user = cognito.call("GetUser", json("AccessToken", tokens.text("access_token")));
    assertThat(user.message()).isEqualTo("Access Token does not have required scopes");
  }

  @Test
  void codeIsValidOnce() {
    String code = code();
    redeem(code);
    assertThat(error(redeem(code))).isEqualTo("invalid_grant");
  }

  @Test
  void codeExpiresAfterFiveMinutes() {
    String code = code();
    cognito.clock.pass(Duration.ofMinutes(5));
    assertThat(error(redeem(code))).isEqualTo("invalid_grant");
  }

  @ParameterizedTest
  @CsvSource({
    "grant_type, '', invalid_request",
    "grant_type, password, unsupported_grant_type",
    "grant_type, client_credentials, unauthorized_client",
    "client_id, '', invalid_request",
    "client_id, unknown, invalid_client",
    "client_id, legacyclient0000000000000a, unauthorized_client",
    "client_secret, anything, invalid_client",
    "code, '', invalid_request",
    "code, 11111111-1111-1111-1111-111111111111, invalid_grant",
    "redirect_uri, '', invalid_request",
    "redirect_uri, myapp://signed-in, invalid_grant",
    "code_verifier, anything, invalid_grant"
  })
  void errorHasItsOAuthCode(String field, String value, String error) {
    assertThat(error(redeem(code(), field, value))).isEqualTo(error);
  }

  @Test
  void codeVerifierMustMatch() {
    String[] pkce = {"code_challenge", CHALLENGE, "code_challenge_method", "S256"};
    assertThat(error(redeem(code(pkce)))).isEqualTo("invalid_grant");
    browser.get(TestBrowser.address("/oauth2/authorize", pkce));
    assertThat(error(redeem(browser.locationParameter("code"), "code_verifier", CHALLENGE)))
        .isEqualTo("invalid_grant");
    browser.get(TestBrowser.address("/oauth2/authorize", pkce));
    assertThat(redeem(browser.locationParameter("code"), "code_verifier", VERIFIER).status())
        .isEqualTo(200);
  }

  @Test
  void refreshTokenKeepsTheGrantedScopes() throws ParseException {
    Reply tokens = redeem(code("scope", "openid email"));
    cognito.clock.pass(Duration.ofMinutes(10));
    Reply fresh = refresh(tokens);
    assertThat(fresh.json().keySet()).doesNotContain("refresh_token");
    assertThat(claims(fresh, "access_token").getStringClaim("scope")).isEqualTo("openid email");
    assertThat(claims(fresh, "access_token").getClaim("auth_time"))
        .isEqualTo(claims(tokens, "access_token").getClaim("auth_time"));
  }

  @Test
  void grantedScopesSurviveARestart() throws ParseException {
    Reply tokens = redeem(code("scope", "openid email"));
    cognito.cognito = cognito.start(PlanWithDomain.plan());
    assertThat(claims(refresh(tokens), "access_token").getStringClaim("scope"))
        .isEqualTo("openid email");
  }

  @Test
  void revokedTokenIsRejected() {
    Reply tokens = redeem(code());
    Reply revoked =
        post(
            "/oauth2/revoke", Map.of(), "client_id", CLIENT, "token", tokens.text("refresh_token"));
    assertThat(revoked.status()).isEqualTo(200);
    assertThat(revoked.response().text()).isEmpty();
    assertThat(error(refresh(tokens))).isEqualTo("invalid_grant");
    assertThat(userInfo(tokens.text("access_token")).status()).isEqualTo(401);
  }

  @Test
  void onlyRefreshTokensCanBeRevoked() {
    Reply tokens = redeem(code());
    String access = tokens.text("access_token");
    assertThat(error(post("/oauth2/revoke", Map.of(), "client_id", CLIENT, "token", access)))
        .isEqualTo("unsupported_token_type");
    assertThat(post("/oauth2/revoke", Map.of(), "client_id", CLIENT, "token", "x").status())
        .isEqualTo(200);
    assertThat(post("/oauth2/revoke", Map.of(), "client_id", "x", "token", "x").status())
        .isEqualTo(401);
    assertThat(error(post("/oauth2/revoke", Map.of(), "client_id", CLIENT)))
        .isEqualTo("invalid_request");
  }

  @Test
  void userInfoReturnsTheClaimsOfTheScopes() {
    Reply email = userInfo(redeem(code("scope", "openid email")).text("access_token"));
    assertThat(email.status()).isEqualTo(200);
    assertThat(email.text("email")).isEqualTo(EMAIL);
    assertThat(email.text("email_verified")).isEqualTo("true");
    assertThat(email.json().keySet())
        .containsExactlyInAnyOrder("sub", "email", "email_verified", "username");
    assertThat(send("GET", "/oauth2/userInfo", Map.of(), "").status()).isEqualTo(400);
    assertThat(userInfo("nonsense").header("WWW-Authenticate")).contains("invalid_token");
  }

  @Test
  void confidentialClientAuthenticatesWithItsSecret() {
    cognito.confirmed(EMAIL);
    browser.get(TestBrowser.address("/login", "client_id", BACKEND));
    browser.submit("username", EMAIL, "password", PASSWORD);
    String code = browser.locationParameter("code");
    assertThat(error(redeem(code, "client_id", BACKEND))).isEqualTo("invalid_client");
    String basic =
        "Basic "
            + Base64.getEncoder().encodeToString((BACKEND + ":" + BACKEND_SECRET).getBytes(UTF_8));
    Reply tokens =
        post(
            "/oauth2/token",
            Map.of("Authorization", basic),
            "grant_type",
            "authorization_code",
            "code",
            code,
            "redirect_uri",
            PlanWithDomain.CALLBACK);
    assertThat(tokens.status()).as(tokens.toString()).isEqualTo(200);
  }

  @Test
  void disabledUserGetsNoTokens() {
    String code = code();
    cognito.call("AdminDisableUser", json("UserPoolId", TestCognito.POOL, "Username", EMAIL));
    assertThat(error(redeem(code))).isEqualTo("invalid_grant");
  }

  @Test
  void onlyPostedFormsAreAccepted() {
    assertThat(send("GET", "/oauth2/token", Map.of(), "").status()).isEqualTo(405);
    assertThat(error(send("POST", "/oauth2/token", Map.of(), "{}"))).isEqualTo("invalid_request");
  }

  @Test
  void codeOutlivesARestartAndIsGoodForOneExchange() {
    String code = code();
    cognito.cognito = cognito.start(PlanWithDomain.plan());
    assertThat(redeem(code).status()).isEqualTo(200);
    cognito.cognito = cognito.start(PlanWithDomain.plan());
    assertThat(redeem(code).json().get("error").getAsString()).isEqualTo("invalid_grant");
  }
}
