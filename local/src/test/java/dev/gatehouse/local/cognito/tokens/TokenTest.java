package dev.gatehouse.local.cognito.tokens;

import static dev.gatehouse.local.cognito.TestCognito.BACKEND;
import static dev.gatehouse.local.cognito.TestCognito.BACKEND_SECRET;
import static dev.gatehouse.local.cognito.TestCognito.CLIENT;
import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static dev.gatehouse.local.cognito.TestCognito.LEGACY;
import static dev.gatehouse.local.cognito.TestCognito.PASSWORD;
import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static dev.gatehouse.local.cognito.TestCognito.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TokenTest {
  private static final String ISSUER = "https://cognito-idp.us-east-1.amazonaws.com/" + POOL;

  private final TestCognito cognito = new TestCognito();
  private String sub = "";

  @BeforeEach
  void signUpAndConfirm() {
    sub = cognito.confirmed(EMAIL);
  }

  private JsonObject tokens() {
    return tokens(CLIENT);
  }

  private JsonObject tokens(String client) {
    return cognito.signIn(client, EMAIL, PASSWORD).object("AuthenticationResult");
  }

  private Reply getUser(String token) {
    return cognito.call("GetUser", json("AccessToken", token));
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  @Test
  void signInReturnsCognitosMembers() {
    Reply reply = cognito.signIn(EMAIL, PASSWORD);

    assertThat(reply.json().keySet())
        .containsExactly("AuthenticationResult", "ChallengeParameters");
    JsonObject result = reply.object("AuthenticationResult");
    assertThat(result.keySet())
        .containsExactlyInAnyOrder(
            "AccessToken", "ExpiresIn", "IdToken", "RefreshToken", "TokenType");
    assertThat(result.get("ExpiresIn").getAsInt()).isEqualTo(3600);
    assertThat(text(result, "TokenType")).isEqualTo("Bearer");
    assertThat(text(result, "RefreshToken")).startsWith("eyJjdHkiOiJKV1Qi").doesNotContain(sub);
  }

  @Test
  void accessTokenHasCognitosClaims() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(text(tokens(), "AccessToken")).getJWTClaimsSet();
    long now = cognito.clock.instant().getEpochSecond();

    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "iss",
            "client_id",
            "origin_jti",
            "event_id",
            "token_use",
            "scope",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "username");
    assertThat(claims.getSubject()).isEqualTo(sub);
    assertThat(claims.getIssuer()).isEqualTo(ISSUER);
    assertThat(claims.getClaim("client_id")).isEqualTo(CLIENT);
    assertThat(claims.getClaim("scope")).isEqualTo("aws.cognito.signin.user.admin");
    assertThat(claims.getClaim("username")).isEqualTo(sub);
    assertThat(claims.getClaim("token_use")).isEqualTo("access");
    assertThat(claims.getClaim("auth_time")).isEqualTo(now);
    assertThat(claims.getExpirationTime().toInstant().getEpochSecond()).isEqualTo(now + 3600);
  }

  @Test
  void idTokenHasCognitosClaims() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(text(tokens(), "IdToken")).getJWTClaimsSet();

    assertThat(claims.getClaims().keySet())
        .containsExactlyInAnyOrder(
            "sub",
            "iss",
            "aud",
            "origin_jti",
            "event_id",
            "token_use",
            "auth_time",
            "exp",
            "iat",
            "jti",
            "cognito:username",
            "email",
            "email_verified");
    assertThat(claims.getAudience()).containsExactly(CLIENT);
    assertThat(claims.getClaim("cognito:username")).isEqualTo(sub);
    assertThat(claims.getClaim("email")).isEqualTo(EMAIL);
    assertThat(claims.getClaim("email_verified")).isEqualTo(true);
    assertThat(claims.getClaim("token_use")).isEqualTo("id");
  }

  @Test
  void eachKindOfTokenHasItsOwnPublicKey() throws Exception {
    JsonObject tokens = tokens();
    SignedJWT id = SignedJWT.parse(text(tokens, "IdToken"));
    SignedJWT access = SignedJWT.parse(text(tokens, "AccessToken"));

    assertThat(id.getHeader().getKeyID()).isNotEqualTo(access.getHeader().getKeyID());
    for (SignedJWT token : new SignedJWT[] {id, access}) {
      assertThat(token.getHeader().toJSONObject().keySet()).containsExactlyInAnyOrder("kid", "alg");
      JWK key = cognito.cognito.publicKeys(POOL).getKeyByKeyId(token.getHeader().getKeyID());
      assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
      assertThat(key.isPrivate()).isFalse();
    }
  }

  @Test
  void getUserReturnsTheUserOfTheToken() {
    assertThat(getUser(text(tokens(), "AccessToken")).response().text())
        .isEqualTo(
            "{\"Username\":\""
                + sub
                + "\",\"UserAttributes\":[{\"Name\":\"sub\",\"Value\":\""
                + sub
                + "\"},{\"Name\":\"email_verified\",\"Value\":\"true\"},"
                + "{\"Name\":\"email\",\"Value\":\"Jane@example.com\"}]}");
  }

  @Test
  void forgedTokensAreInvalid() throws Exception {
    SignedJWT genuine = SignedJWT.parse(text(tokens(), "AccessToken"));
    JWTClaimsSet claims = genuine.getJWTClaimsSet();
    String[] parts = genuine.serialize().split("\\.", -1);
    JWTClaimsSet other = new JWTClaimsSet.Builder(claims).subject("other").build();
    String changed = parts[0] + "." + other.toPayload().toBase64URL() + "." + parts[2];
    SignedJWT shared =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(genuine.getHeader().getKeyID()).build(),
            claims);
    shared.sign(new MACSigner(new byte[32]));

    for (String forged :
        new String[] {
          changed, new PlainJWT(claims).serialize(), shared.serialize(), parts[0] + "." + parts[1]
        }) {
      Reply reply = getUser(forged);
      assertThat(reply.type()).isEqualTo("NotAuthorizedException");
      assertThat(reply.message()).isEqualTo("Invalid Access Token");
    }
  }

  @Test
  void refreshReturnsNewTokensOfTheSameSessionWithoutARefreshToken() throws Exception {
    JsonObject first = tokens();
    cognito.clock.pass(Duration.ofMinutes(10));
    JsonObject second =
        cognito.refresh(CLIENT, text(first, "RefreshToken")).object("AuthenticationResult");

    assertThat(second.has("RefreshToken")).isFalse();
    JWTClaimsSet before = SignedJWT.parse(text(first, "AccessToken")).getJWTClaimsSet();
    JWTClaimsSet after = SignedJWT.parse(text(second, "AccessToken")).getJWTClaimsSet();
    assertThat(after.getClaim("origin_jti")).isEqualTo(before.getClaim("origin_jti"));
    assertThat(after.getClaim("auth_time")).isEqualTo(before.getClaim("auth_time"));
    assertThat(after.getJWTID()).isNotEqualTo(before.getJWTID());
    assertThat(after.getExpirationTime()).isAfter(before.getExpirationTime());
  }

  @Test
  void refreshTokenIsInvalidForAnotherClient() {
    assertThat(cognito.refresh(LEGACY, text(tokens(), "RefreshToken")).message())
        .isEqualTo("Invalid Refresh Token");
  }

  @Test
  void clientWithoutRevocationHasNoOriginJti() throws Exception {
    JWTClaimsSet claims = SignedJWT.parse(text(tokens(LEGACY), "IdToken")).getJWTClaimsSet();

    assertThat(claims.getClaim("origin_jti")).isNull();
  }

  @Test
  void clientWithASecretSignsInWithASecretHash() throws Exception {
    Reply reply =
        cognito.call(
            "InitiateAuth",
            json(
                "ClientId",
                BACKEND,
                "AuthFlow",
                "USER_PASSWORD_AUTH",
                "AuthParameters",
                json("USERNAME", EMAIL, "PASSWORD", PASSWORD, "SECRET_HASH", hash(EMAIL))));
    assertThat(reply.status()).isEqualTo(200);

    Reply refreshed =
        cognito.call(
            "InitiateAuth",
            json(
                "ClientId",
                BACKEND,
                "AuthFlow",
                "REFRESH_TOKEN",
                "AuthParameters",
                json(
                    "REFRESH_TOKEN", reply.text("AuthenticationResult", "RefreshToken"),
                    "SECRET_HASH", hash(sub))));
    assertThat(refreshed.status()).isEqualTo(200);
  }

  private static String hash(String username) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(BACKEND_SECRET.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal((username + BACKEND).getBytes(UTF_8)));
  }

  @Test
  void tokenWithoutTheScopeIsRejected() throws Exception {
    SignedJWT genuine = SignedJWT.parse(text(tokens(), "AccessToken"));
    String keys =
        JsonParser.parseString(cognito.store.texts("cognito-keys").get(TestCognito.POOL))
            .getAsString();
    JWK key = JWKSet.parse(keys).getKeyByKeyId(genuine.getHeader().getKeyID());
    JWTClaimsSet narrow =
        new JWTClaimsSet.Builder(genuine.getJWTClaimsSet()).claim("scope", "openid email").build();
    SignedJWT token = new SignedJWT(genuine.getHeader(), narrow);
    token.sign(new RSASSASigner(key.toRSAKey()));

    assertThat(getUser(token.serialize()).message())
        .isEqualTo("Access Token does not have required scopes");
  }
}
