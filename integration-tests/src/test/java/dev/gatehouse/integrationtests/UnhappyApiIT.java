package dev.gatehouse.integrationtests;

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

/** What people, scanners and broken clients send; whatever it is, the machine goes on. */
@OnOneMachine
class UnhappyApiIT {
  private static final String JSON = "application/json";

  private final SignUpClient client;
  private final Account account;
  private final Inbox inbox;

  UnhappyApiIT(Machine machine) {
    this.client = new SignUpClient(machine);
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  @AfterEach
  void theMachineGoesOn() {
    Answer health = client.send(client.request("/app/health"));
    assertThat(health.status()).isEqualTo(200);
    assertThat(health.json().get("status").getAsString()).isEqualTo("healthy");
  }

  private static void isProblem(Answer answer, int status) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
    JsonObject problem = answer.json();
    assertThat(problem.keySet()).contains("type", "title", "status", "detail", "code");
    assertThat(problem.get("status").getAsInt()).isEqualTo(status);
    assertThat(answer.body())
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
  void aMalformedBodyIsABadRequest(String body) {
    isProblem(client.post("/user", JSON, BodyPublishers.ofString(body)), 400);
  }

  @Test
  void aBodyOfOneMegabyteIsTooLarge() {
    isProblem(client.post("/user", JSON, BodyPublishers.ofString("x".repeat(1 << 20))), 413);
  }

  @Test
  void bytesThatAreNoTextAreABadRequest() {
    byte[] noText = {(byte) 0xff, (byte) 0xfe, 0, 1, 2, (byte) 0xc3, 0x28};
    isProblem(client.post("/user", JSON, BodyPublishers.ofByteArray(noText)), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/xml", "multipart/form-data; boundary=x"})
  void anotherMediaTypeIsUnsupported(String type) {
    isProblem(client.post("/user", type, BodyPublishers.ofString("{}")), 415);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/nowhere", "/user/nowhere", "/app", "/user/profile/x", "/..%2f"})
  void anUnknownRouteIsNotFound(String path) {
    isProblem(client.send(client.request(path)), 404);
  }

  @ParameterizedTest
  @CsvSource({
    "DELETE, /user, POST",
    "GET, /user, POST",
    "PUT, /user/validate, POST",
    "POST, /app/health, GET",
    "DELETE, /user/profile, GET",
  })
  void anotherMethodIsNotAllowedAndTheAnswerSaysWhichIs(
      String method, String path, String allowed) {
    Answer answer = client.send(client.request(path).method(method, BodyPublishers.noBody()));
    isProblem(answer, 405);
    assertThat(answer.headers().firstValue("Allow"))
        .hasValueSatisfying(allow -> assertThat(allow).contains(allowed));
  }

  @Test
  void aWeakPasswordIsRefused() {
    Answer answer = client.signUp(new Person(Person.anybody().email(), "short"));
    isProblem(answer, 422);
    assertThat(answer.code()).isEqualTo("WEAK_PASSWORD");
  }

  @Test
  void aWrongCodeAndAnUnknownUserGetTheSameAnswer() {
    Person known = Person.anybody();
    client.signUp(known);
    String wrong = inbox.codeFor(known).equals("111111") ? "222222" : "111111";
    Answer wrongCode = client.validate(known, wrong);
    Answer unknownUser = client.validate(Person.anybody(), wrong);
    isProblem(wrongCode, 400);
    assertThat(unknownUser.status()).isEqualTo(wrongCode.status());
    assertThat(unknownUser.body()).isEqualTo(wrongCode.body());
  }

  @Test
  void aProfileWithoutATokenIsUnauthorized() {
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
  void aTokenThatIsNoneIsUnauthorized(String header) {
    Answer answer = client.send(client.request("/user/profile").header("Authorization", header));
    assertThat(answer.status()).as(answer.body()).isEqualTo(401);
  }

  @Test
  void forgedExpiredAndUnsignedTokensAreUnauthorizedOnBothDoors() throws Exception {
    Person person = Person.anybody();
    client.signUp(person);
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    SignedJWT real = SignedJWT.parse(account.signIn(person).accessToken());
    for (String token : new String[] {forged(real), unsigned(real), changed(real), expired(real)}) {
      assertThat(client.profile(token).status()).isEqualTo(401);
      isProblem(client.profileByBody(token), 401);
    }
    assertThat(client.profile(real.serialize()).status()).isEqualTo(200);
  }

  @Test
  void anIdTokenIsNoAccessToken() {
    Person person = Person.anybody();
    client.signUp(person);
    assertThat(client.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    assertThat(client.profile(account.signIn(person).idToken()).status()).isEqualTo(401);
  }

  /** The same claims and key id, signed with a key of our own. */
  private static String forged(SignedJWT real) throws JOSEException, ParseException {
    return sign(real, real.getJWTClaimsSet());
  }

  private static String expired(SignedJWT real) throws JOSEException, ParseException {
    Date past = Date.from(Instant.now().minusSeconds(60));
    return sign(
        real, new JWTClaimsSet.Builder(real.getJWTClaimsSet()).expirationTime(past).build());
  }

  private static String sign(SignedJWT real, JWTClaimsSet claims) throws JOSEException {
    RSAKey ours = new RSAKeyGenerator(2048).keyID(real.getHeader().getKeyID()).generate();
    SignedJWT token =
        new SignedJWT(
            new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(ours.getKeyID()).build(), claims);
    token.sign(new RSASSASigner(ours));
    return token.serialize();
  }

  private static String unsigned(SignedJWT real) throws ParseException {
    return new PlainJWT(real.getJWTClaimsSet()).serialize();
  }

  /** The real signature under another person's claims. */
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
