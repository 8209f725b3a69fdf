package dev.gatehouse.local.apigateway.authorizer;

import static dev.gatehouse.local.apigateway.authorizer.SignedTokens.NOW;
import static dev.gatehouse.local.apigateway.authorizer.SignedTokens.accessClaims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.gatehouse.local.apigateway.ApiPlan;
import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer.Allowed;
import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer.AuthorizerDecision;
import dev.gatehouse.local.apigateway.authorizer.CognitoAuthorizer.Denied;
import dev.gatehouse.local.apigateway.responses.GatewayError;
import dev.gatehouse.local.http.Request;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CognitoAuthorizerTest {

  private static final SignedTokens POOL = new SignedTokens("key-1");
  private static final List<String> SCOPES = List.of("aws.cognito.signin.user.admin");
  private static final Denied UNAUTHORIZED = new Denied(GatewayError.UNAUTHORIZED);
  private static final Denied EXPIRED = new Denied(GatewayError.EXPIRED_TOKEN);

  private final CognitoAuthorizer authorizer =
      new CognitoAuthorizer(
          "Authorization",
          List.of(ApiPlan.POOL),
          UserPoolTokens.ofAws(
              pool -> pool.equals(ApiPlan.POOL) ? POOL.publicKeys() : new JWKSet()),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void accessTokenWithOneOfTheScopesIsAllowed() {
    String token = POOL.sign(accessClaims());

    assertThat(decide("Bearer " + token, SCOPES)).isInstanceOf(Allowed.class);
    assertThat(decide(token, SCOPES)).isInstanceOf(Allowed.class);
  }

  @Test
  void methodWithScopesDeniesOtherTokens() {
    String idToken = POOL.sign(SignedTokens.claims("id").claim("scope", SCOPES.getFirst()));
    String otherScope = POOL.sign(SignedTokens.claims("access").claim("scope", "openid"));
    String noScope = POOL.sign(SignedTokens.claims("access"));

    assertThat(decide(idToken, SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(otherScope, SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(noScope, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void methodWithoutScopesTakesIdTokens() {
    assertThat(decide(POOL.sign(SignedTokens.claims("id")), List.of())).isInstanceOf(Allowed.class);
    assertThat(decide(POOL.sign(accessClaims()), List.of())).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void expiredTokenHasItsOwnError() {
    String expired = POOL.sign(accessClaims().expirationTime(Date.from(NOW)));
    String endless = POOL.sign(accessClaims().expirationTime(null));

    assertThat(decide(expired, SCOPES)).isEqualTo(EXPIRED);
    assertThat(decide(endless, SCOPES)).isEqualTo(EXPIRED);
  }

  @Test
  void forgedTokensAreDenied() {
    String ours = POOL.sign(accessClaims());
    String[] parts = ours.split("\\.", -1);
    String otherClaims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                accessClaims().subject("someone-else").build().toString().getBytes(UTF_8));
    String expiredAndForged =
        new SignedTokens("key-1").sign(accessClaims().expirationTime(Date.from(NOW)));

    assertThat(decide(parts[0] + "." + otherClaims + "." + parts[2], SCOPES))
        .isEqualTo(UNAUTHORIZED);
    assertThat(decide(new SignedTokens("key-1").sign(accessClaims()), SCOPES))
        .isEqualTo(UNAUTHORIZED);
    assertThat(decide(POOL.sign(accessClaims(), "key-2"), SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(expiredAndForged, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void unsignedTokenIsDenied() {
    String unsigned = new PlainJWT(accessClaims().build()).serialize();

    assertThat(decide(unsigned, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void tokenOfAnotherPoolIsDenied() {
    String other =
        POOL.sign(accessClaims().issuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x"));

    assertThat(decide(other, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void issuerOfTheEmulatorIsAllowedIfItIsConfigured() {
    CognitoAuthorizer local =
        new CognitoAuthorizer(
            "Authorization",
            List.of(ApiPlan.POOL),
            new UserPoolTokens(pool -> POOL.publicKeys(), pool -> "http://localhost:4566/" + pool),
            Clock.fixed(NOW, ZoneOffset.UTC));
    String token = POOL.sign(accessClaims().issuer("http://localhost:4566/" + ApiPlan.POOL));

    assertThat(local.authorize(request("Bearer " + token), SCOPES)).isInstanceOf(Allowed.class);
    assertThat(local.authorize(request("Bearer " + POOL.sign(accessClaims())), SCOPES))
        .isEqualTo(UNAUTHORIZED);
    assertThat(decide("Bearer " + token, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void issuerWithTheSameEndingIsDenied() {
    JWTClaimsSet claims = accessClaims().build();
    String suffix = claims.getIssuer().substring(claims.getIssuer().lastIndexOf('/'));
    String other =
        POOL.sign(new JWTClaimsSet.Builder(claims).issuer("https://elsewhere.example" + suffix));

    assertThat(decide(POOL.sign(accessClaims()), SCOPES)).isNotEqualTo(UNAUTHORIZED);
    assertThat(decide(other, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic amFuZTpwdw==", "a.b.c", "...", "é"})
  void malformedTokenIsDenied(String header) {
    assertThat(decide(header, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void missingHeaderIsDenied() {
    Request bare = new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]);

    assertThat(authorizer.authorize(bare, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  private AuthorizerDecision decide(String authorization, List<String> scopes) {
    return authorizer.authorize(request(authorization), scopes);
  }

  private static Request request(String authorization) {
    Map<String, List<String>> headers = Map.of("authorization", List.of(authorization));
    return new Request("GET", "/", Map.of(), headers, "127.0.0.1", new byte[0]);
  }
}
