package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.POOL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.local.cognito.tokens.TokenIssuerUrls;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.plan.PlanInvalid;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WellKnownEndpointsTest {
  private final TestCognito cognito = new TestCognito();

  private Response send(String method, String path) {
    return cognito.cognito.handle(
        new Request(method, path, Map.of(), Map.of(), "127.0.0.1", new byte[0]));
  }

  @Test
  void jwksHasCognitosForm() throws Exception {
    Response response = send("GET", "/" + POOL + "/.well-known/jwks.json");

    assertThat(response.status()).isEqualTo(200);
    assertThat(response.headers().get("Content-Type")).containsExactly("application/json");
    JWKSet keys = JWKSet.parse(response.text());
    assertThat(keys.getKeys()).hasSize(2);
    for (JWK key : keys.getKeys()) {
      assertThat(key.toJSONObject().keySet())
          .containsExactlyInAnyOrder("kid", "alg", "kty", "e", "n", "use");
      assertThat(key.getKeyID()).hasSize(44).endsWith("=");
      assertThat(key.toJSONObject()).containsEntry("alg", "RS256").containsEntry("use", "sig");
    }
  }

  @Test
  void discoveryHasAwsIssuerAndLocalEndpoints() {
    Response response = send("GET", "/" + POOL + "/.well-known/openid-configuration");
    JsonObject discovery = JsonParser.parseString(response.text()).getAsJsonObject();

    assertThat(discovery.get("issuer").getAsString())
        .isEqualTo("https://cognito-idp.us-east-1.amazonaws.com/" + POOL);
    assertThat(discovery.get("jwks_uri").getAsString())
        .isEqualTo("http://localhost:4566/" + POOL + "/.well-known/jwks.json");
    assertThat(discovery.get("token_endpoint").getAsString())
        .isEqualTo("http://localhost:4566/oauth2/token");
  }

  @Test
  void issuerMayBeTheAddressThatClientsDiscover() throws Exception {
    cognito.confirmed(TestCognito.EMAIL);
    cognito.cognito =
        Cognito.of(
            TestCognito.plan(),
            new CognitoDependencies(
                cognito.lambda,
                cognito.mail,
                cognito.kms,
                TokenIssuerUrls.at(URI.create("http://localhost:4566/"))),
            cognito.clock,
            TestCognito.AWS,
            cognito.state());
    String issuer = "http://localhost:4566/" + POOL;
    Response response = send("GET", "/" + POOL + "/.well-known/openid-configuration");
    assertThat(response.text()).contains("\"issuer\":\"" + issuer + "\"");

    String token =
        cognito
            .signIn(TestCognito.EMAIL, TestCognito.PASSWORD)
            .text("AuthenticationResult", "AccessToken");
    assertThat(SignedJWT.parse(token).getJWTClaimsSet().getIssuer()).isEqualTo(issuer);
    assertThat(cognito.call("GetUser", TestCognito.json("AccessToken", token)).status())
        .isEqualTo(200);
  }

  @Test
  void unknownPoolIsNotFound() {
    Response response = send("GET", "/us-east-1_none/.well-known/jwks.json");

    assertThat(response.status()).isEqualTo(404);
    assertThat(response.text())
        .isEqualTo("{\"message\":\"User pool us-east-1_none does not exist.\"}");
    assertThatThrownBy(() -> cognito.cognito.publicKeys("us-east-1_none"))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("There is no user pool us-east-1_none.");
  }

  @Test
  void jwksAcceptsOnlyGet() {
    Response response = send("POST", "/" + POOL + "/.well-known/jwks.json");

    assertThat(response.status()).isEqualTo(405);
    assertThat(response.headers().get("Allow")).containsExactly("GET");
  }
}
