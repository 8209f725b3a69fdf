package dev.gatehouse.integrationtests.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.ConfigurableJWTProcessor;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import java.net.MalformedURLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The pool's tokens, verified by a JWT library through the JWKS URL. */
@WithLocalEmulator
class TokensIT {
  private final ApiClient client;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();
  private final ConfigurableJWTProcessor<SecurityContext> verifier = new DefaultJWTProcessor<>();
  private final String issuer;

  TokensIT(LocalEmulator emulator) throws MalformedURLException {
    this.client = new ApiClient(emulator);
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
    this.issuer = "https://cognito-idp.us-east-1.amazonaws.com/" + account.poolId();
    verifier.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            JWSAlgorithm.RS256,
            JWKSourceBuilder.create(
                    emulator
                        .aws()
                        .resolve("/" + account.poolId() + "/.well-known/jwks.json")
                        .toURL())
                .build()));
    verifier.setJWTClaimsSetVerifier(
        new DefaultJWTClaimsVerifier<>(
            new JWTClaimsSet.Builder().issuer(issuer).build(), Set.of("sub", "exp", "token_use")));
  }

  private void confirm() {
    client.signUp(user);
    assertThat(client.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
  }

  @Test
  void bothTokensAreAcceptedThroughTheJwksUrl() throws Exception {
    confirm();
    JWTClaimsSet access = verifier.process(account.signIn(user).accessToken(), null);
    JWTClaimsSet id = verifier.process(account.signIn(user).idToken(), null);
    assertThat(access.getStringClaim("token_use")).isEqualTo("access");
    assertThat(access.getStringClaim("client_id")).isEqualTo(account.clientId());
    assertThat(access.getClaims()).doesNotContainKeys("aud", "email");
    assertThat(id.getStringClaim("token_use")).isEqualTo("id");
    assertThat(id.getAudience()).containsExactly(account.clientId());
    assertThat(id.getStringClaim("email")).isEqualTo(user.email());
    assertThat(id.getSubject()).isEqualTo(access.getSubject());
  }

  @Test
  void modifiedTokenIsRefused() {
    confirm();
    String token = account.signIn(user).accessToken();
    int middle = token.indexOf('.') + 20;
    char other = token.charAt(middle) == 'A' ? 'B' : 'A';
    String changed = token.substring(0, middle) + other + token.substring(middle + 1);
    assertThatThrownBy(() -> verifier.process(changed, null)).isInstanceOf(BadJOSEException.class);
  }

  @Test
  void refreshTokenGivesNewTokens() throws Exception {
    confirm();
    String refresh = account.signIn(user).refreshToken();
    String access =
        account
            .cognito()
            .initiateAuth(
                auth ->
                    auth.authFlow("REFRESH_TOKEN_AUTH")
                        .clientId(account.clientId())
                        .authParameters(java.util.Map.of("REFRESH_TOKEN", refresh)))
            .authenticationResult()
            .accessToken();
    assertThat(verifier.process(access, null).getStringClaim("token_use")).isEqualTo("access");
  }

  @Test
  void globalSignOutRevokesTheTokens() {
    confirm();
    String token = account.signIn(user).accessToken();
    account.cognito().globalSignOut(out -> out.accessToken(token));
    assertThatThrownBy(() -> account.cognito().getUser(get -> get.accessToken(token)))
        .hasMessageContaining("Access Token has been revoked");
  }
}
