package dev.gatehouse.local.apigateway;

import static dev.gatehouse.local.apigateway.Tokens.NOW;
import static dev.gatehouse.local.apigateway.Tokens.accessClaims;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import dev.gatehouse.local.apigateway.CognitoAuthorizer.Admitted;
import dev.gatehouse.local.apigateway.CognitoAuthorizer.Decision;
import dev.gatehouse.local.apigateway.CognitoAuthorizer.Refused;
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

  private static final Tokens POOL = new Tokens("key-1");
  private static final List<String> SCOPES = List.of("aws.cognito.signin.user.admin");
  private static final Refused UNAUTHORIZED = new Refused(Refusal.UNAUTHORIZED);
  private static final Refused EXPIRED = new Refused(Refusal.EXPIRED_TOKEN);

  private final CognitoAuthorizer authorizer =
      new CognitoAuthorizer(
          "Authorization",
          List.of(ApiPlan.POOL),
          pool -> pool.equals(ApiPlan.POOL) ? POOL.publicKeys() : new JWKSet(),
          Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void accessTokenWithOneOfTheScopesIsAdmitted() {
    String token = POOL.sign(accessClaims());

    assertThat(decide("Bearer " + token, SCOPES)).isInstanceOf(Admitted.class);
    assertThat(decide(token, SCOPES)).isInstanceOf(Admitted.class);
  }

  @Test
  void methodWithScopesRefusesOtherTokens() {
    String idToken = POOL.sign(Tokens.claims("id").claim("scope", SCOPES.getFirst()));
    String otherScope = POOL.sign(Tokens.claims("access").claim("scope", "openid"));
    String noScope = POOL.sign(Tokens.claims("access"));

    assertThat(decide(idToken, SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(otherScope, SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(noScope, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void methodWithoutScopesWantsTheIdToken() {
    assertThat(decide(POOL.sign(Tokens.claims("id")), List.of())).isInstanceOf(Admitted.class);
    assertThat(decide(POOL.sign(accessClaims()), List.of())).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void expiredTokenIsNamedAsSuch() {
    String expired = POOL.sign(accessClaims().expirationTime(Date.from(NOW)));
    String endless = POOL.sign(accessClaims().expirationTime(null));

    assertThat(decide(expired, SCOPES)).isEqualTo(EXPIRED);
    assertThat(decide(endless, SCOPES)).isEqualTo(EXPIRED);
  }

  @Test
  void forgedTokensAreRefused() {
    String ours = POOL.sign(accessClaims());
    String[] parts = ours.split("\\.", -1);
    String otherClaims =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                accessClaims().subject("someone-else").build().toString().getBytes(UTF_8));
    String expiredAndForged =
        new Tokens("key-1").sign(accessClaims().expirationTime(Date.from(NOW)));

    assertThat(decide(parts[0] + "." + otherClaims + "." + parts[2], SCOPES))
        .isEqualTo(UNAUTHORIZED);
    assertThat(decide(new Tokens("key-1").sign(accessClaims()), SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(POOL.sign(accessClaims(), "key-2"), SCOPES)).isEqualTo(UNAUTHORIZED);
    assertThat(decide(expiredAndForged, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void unsignedTokenIsRefused() {
    String unsigned = new PlainJWT(accessClaims().build()).serialize();

    assertThat(decide(unsigned, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void tokenOfAnotherPoolIsRefused() {
    String other =
        POOL.sign(accessClaims().issuer("https://cognito-idp.us-east-1.amazonaws.com/us-east-1_x"));

    assertThat(decide(other, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void issuerThatOnlyEndsLikeThePoolsIsRefused() {
    JWTClaimsSet claims = accessClaims().build();
    String suffix = claims.getIssuer().substring(claims.getIssuer().lastIndexOf('/'));
    String other =
        POOL.sign(new JWTClaimsSet.Builder(claims).issuer("https://elsewhere.example" + suffix));

    assertThat(decide(POOL.sign(accessClaims()), SCOPES)).isNotEqualTo(UNAUTHORIZED);
    assertThat(decide(other, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer ", "Basic amFuZTpwdw==", "a.b.c", "...", "é"})
  void whatIsNoTokenIsRefused(String header) {
    assertThat(decide(header, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  @Test
  void missingHeaderIsRefused() {
    Request bare = new Request("GET", "/", Map.of(), Map.of(), "127.0.0.1", new byte[0]);

    assertThat(authorizer.decide(bare, SCOPES)).isEqualTo(UNAUTHORIZED);
  }

  private Decision decide(String authorization, List<String> scopes) {
    Map<String, List<String>> headers = Map.of("authorization", List.of(authorization));
    return authorizer.decide(
        new Request("GET", "/", Map.of(), headers, "127.0.0.1", new byte[0]), scopes);
  }
}
