package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HostedMachine.Resolver.class)
class AuthorizationCodeIT {
  private final HostedMachine hosted;
  private final SignUpClient api;
  private final TokenClient tokens;
  private final Inbox inbox;
  private final Person person = Person.anybody();

  AuthorizationCodeIT(HostedMachine hosted) {
    this.hosted = hosted;
    this.api = new SignUpClient(hosted.machine());
    this.tokens = new TokenClient(hosted);
    this.inbox = new Inbox(hosted.machine());
  }

  /** Signs up through the API, signs in at the page and returns where that leads. */
  private FormReader signedIn(String more) {
    assertThat(api.signUp(person).status()).isEqualTo(202);
    assertThat(api.validate(person, inbox.codeFor(person)).status()).isEqualTo(200);
    FormReader browser =
        FormReader.at(hosted, hosted.page("/oauth2/authorize", tokens.challenge() + more));
    browser.submit(Map.of("username", person.email(), "password", person.password()));
    return browser;
  }

  @Test
  void aCodeBecomesTokensThatTheApiTakes() throws Exception {
    URI back =
        signedIn("&state=mine&nonce=once&scope=openid+email+aws.cognito.signin.user.admin").at();
    assertThat(back.toString()).startsWith(hosted.app().signedIn() + "?code=");
    assertThat(TokenClient.parameter(back, "state")).isEqualTo("mine");
    JsonObject granted = tokens.redeem(back).json();
    JWTClaimsSet id = SignedJWT.parse(granted.get("id_token").getAsString()).getJWTClaimsSet();
    assertThat(id.getStringClaim("nonce")).isEqualTo("once");
    assertThat(id.getStringClaim("email")).isEqualTo(person.email());
    String access = granted.get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(200);
    assertThat(tokens.userInfo(access).json().get("email").getAsString()).isEqualTo(person.email());
    assertThat(tokens.redeem(back).json().get("error").getAsString()).isEqualTo("invalid_grant");
  }

  @Test
  void withoutTheAdminScopeTheApiSaysNo() {
    URI back = signedIn("&scope=openid+email").at();
    String access = tokens.redeem(back).json().get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(401);
  }

  @Test
  void aRefreshTokenWorksUntilItIsRevoked() {
    JsonObject granted = tokens.redeem(signedIn("").at()).json();
    String refresh = granted.get("refresh_token").getAsString();
    String access = tokens.refresh(refresh).json().get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(200);
    assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
    assertThat(tokens.refresh(refresh).status()).isEqualTo(400);
  }

  @Test
  void whoIsSignedInIsNotAskedAgainUntilSigningOut() {
    FormReader browser = signedIn("");
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()));
    assertThat(browser.at().toString()).startsWith(hosted.app().signedIn() + "?code=");
    browser.open(hosted.page("/logout", "&logout_uri=" + hosted.app().signedOut()));
    assertThat(browser.at()).isEqualTo(hosted.app().signedOut());
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge() + "&prompt=none"));
    assertThat(TokenClient.parameter(browser.at(), "error")).isEqualTo("login_required");
  }

  @Test
  void anAddressThatIsNotTheClientsGetsNobody() {
    URI elsewhere =
        URI.create(
            hosted.page("/oauth2/authorize", "").toString().replace("signed-in", "elsewhere"));
    FormReader browser = FormReader.at(hosted, elsewhere);
    assertThat(browser.last().status()).isEqualTo(400);
    assertThat(browser.at().getPath()).isEqualTo("/error");
    assertThat(browser.last().body()).contains("redirect_mismatch");
  }

  @Test
  void aScopeThatIsNotTheClientsIsTold() {
    FormReader browser =
        FormReader.at(hosted, hosted.page("/oauth2/authorize", "&scope=openid+phone"));
    assertThat(browser.at().toString())
        .isEqualTo(
            hosted.app().signedIn() + "?error_description=invalid_scope&error=invalid_request");
  }
}
