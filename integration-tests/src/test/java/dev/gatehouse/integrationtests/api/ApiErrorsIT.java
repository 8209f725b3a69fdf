package dev.gatehouse.integrationtests.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Malformed and hostile requests; the API stays healthy after each. */
@WithLocalEmulator
class ApiErrorsIT {
  private static final String JSON = "application/json";

  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;

  ApiErrorsIT(LocalEmulator emulator) {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  @AfterEach
  void apiStaysHealthy() {
    TextResponse health = client.send(client.request("/app/health"));
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").getAsString()).isEqualTo("healthy");
  }

  private static void assertProblem(TextResponse response, int status) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonObject problem = response.json();
    assertThat(problem.keySet()).contains("type", "title", "status", "detail", "code");
    assertThat(problem.get("status").getAsInt()).isEqualTo(status);
    assertThat(response.body())
        .doesNotContainIgnoringCase("exception")
        .doesNotContain("\tat ", "dev.gatehouse", "amazon");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "42",
        "\"text\"",
        "{\"username\":\"jane@example.com\"}",
        "{\"username\":\"jane@example.com\",\"password\":42}",
        "{\"username\":[],\"password\":\"Correct-horse-9\"}",
        "{\"username\":null,\"password\":null}",
        "{\"username\":\"jane@example.com\",\"password\":\"Correct-horse-9\"} trailing",
        "username=jane&password=Correct-horse-9",
        "{\"username\":\"\",\"password\":\"\"}",
      })
  void malformedBodyIsABadRequest(String body) {
    assertProblem(client.post("/user", JSON, BodyPublishers.ofString(body)), 400);
  }

  @Test
  void bodyOfOneMegabyteIsTooLarge() {
    assertProblem(client.post("/user", JSON, BodyPublishers.ofString("x".repeat(1 << 20))), 413);
  }

  @Test
  void bytesThatAreNotUtf8AreABadRequest() {
    byte[] noText = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0xc3, 0x28};
    assertProblem(client.post("/user", JSON, BodyPublishers.ofByteArray(noText)), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void otherMediaTypesAreUnsupported(String type) {
    assertProblem(client.post("/user", type, BodyPublishers.ofString("{}")), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/user/nowhere", "/app", "/user/profile/x", "/..%2f"})
  void unknownRouteIsNotFound(String path) {
    assertProblem(client.send(client.request(path)), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "PATCH, /user, POST",
    "GET, /user, POST",
    "PUT, /user/validate, POST",
    "POST, /app/health, GET",
    "DELETE, /user/profile, GET",
  })
  void otherMethodsAreNotAllowedAndTheAllowHeaderNamesTheRightOne(
      String method, String path, String allowed) {
    TextResponse response =
        client.send(client.request(path).method(method, BodyPublishers.noBody()));
    assertProblem(response, 405);
    assertThat(response.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains(allowed));
  }

  @Test
  void weakPasswordIsRefused() {
    TextResponse response = client.signUp(new SignUpUser(SignUpUser.create().email(), "short"));
    assertProblem(response, 422);
    assertThat(response.code()).isEqualTo("WEAK_PASSWORD");
  }

  @Test
  void wrongCodeAndUnknownUserGetTheSameResponse() {
    SignUpUser known = SignUpUser.create();
    client.signUp(known);
    String wrong = inbox.codeFor(known).equals("111111") ? "222222" : "111111";
    TextResponse wrongCode = client.validate(known, wrong);
    TextResponse unknownUser = client.validate(SignUpUser.create(), wrong);
    assertProblem(wrongCode, 400);
    assertThat(unknownUser.status()).isEqualTo(wrongCode.status());
    assertThat(unknownUser.body()).isEqualTo(wrongCode.body());
  }

  @Test
  void profileWithoutATokenIsUnauthorized() {
    assertThat(client.send(client.request("/user/profile")).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "Bearer",
        "Bearer x.y.z",
        "Basic amFuZTpzZWNyZXQ=",
        "Bearer ..",
        "Bearer a.b.c.d.e"
      })
  void malformedTokenIsUnauthorized(String header) {
    TextResponse response =
        client.send(client.request("/user/profile").header("Authorization", header));
    assertThat(response.status()).as(response.body()).isEqualTo(401);
  }

  @Test
  void forgedExpiredAndUnsignedTokensAreUnauthorizedInHeaderAndBody() throws Exception {
    SignUpUser user = SignUpUser.create();
    client.signUp(user);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    SignedJWT real = SignedJWT.parse(account.signIn(user).accessToken());
    for (String token : new String[] {forged(real), unsigned(real), changed(real), expired(real)}) {
      assertThat(client.profile(token).status()).isEqualTo(401);
      assertProblem(client.profileByBody(token), 401);
    }
    assertThat(client.profile(real.serialize()).status()).isEqualTo(200);
  }

  @Test
  void idTokenIsNotAcceptedAsAccessToken() {
    SignUpUser user = SignUpUser.create();
    client.signUp(user);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    assertThat(client.profile(account.signIn(user).idToken()).status()).isEqualTo(401);
  }

  /** Returns a token with the same claims and key id, signed with another key. */
  private static String forged(SignedJWT real) throws JOSEException, ParseException {
    return sign(real, real.getJWTClaimsSet());
  }

  private static String expired(SignedJWT real) throws JOSEException, ParseException {
    Date past = Date.from(Instant.now().minusSeconds(60));
    return sign(
        real, new JWTClaimsSet.Builder(real.getJWTClaimsSet()).expirationTime(past).build());
  }

  private static String sign(SignedJWT real, JWTClaimsSet claims) throws JOSEException {
    RSAKey other = new RSAKeyGenerator(2048).keyID(real.getHeader().getKeyID()).generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(other.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(other));
    return token.serialize();
  }

  private static String unsigned(SignedJWT real) throws ParseException {
    return new PlainJWT(real.getJWTClaimsSet()).serialize();
  }

  /** Returns a token with the real signature under another user's claims. */
  private static String changed(SignedJWT real) {
    String[] parts = real.serialize().split("\\.", -1);
    JsonObject claims =
        JsonParser.parseString(
                new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8))
            .getAsJsonObject();
    claims.addProperty("sub", "00000000-0000-0000-0000-000000000000");
    String payload =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
    return parts[0] + "." + payload + "." + parts[2];
  }
}
