package dev.gatehouse.integrationtests.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HostedPagesEmulator.Resolver.class)
class AuthorizationCodeIT {
  private final HostedPagesEmulator hosted;
  private final ApiClient api;
  private final OAuthClient tokens;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  AuthorizationCodeIT(HostedPagesEmulator hosted) {
    this.hosted = hosted;
    this.api = new ApiClient(hosted.emulator());
    this.tokens = new OAuthClient(hosted);
    this.inbox = new Inbox(hosted.emulator());
  }

  /**
   * Signs up through the API, signs in at the hosted page and returns the client at the callback.
   */
  private HtmlFormClient signedIn(String more) {
    assertThat(api.signUp(user).status()).isEqualTo(202);
    assertThat(api.validate(user, inbox.codeFor(user)).status()).isEqualTo(200);
    HtmlFormClient browser =
        HtmlFormClient.at(hosted, hosted.page("/oauth2/authorize", tokens.challenge() + more));
    browser.submit(Map.of("username", user.email(), "password", user.password()));
    return browser;
  }

  @Test
  void authorizationCodeIsExchangedForTokensThatTheApiAccepts() throws Exception {
    URI back =
        signedIn("&state=mine&nonce=once&scope=openid+email+aws.cognito.signin.user.admin").at();
    assertThat(back.toString()).startsWith(hosted.app().signedIn() + "?code=");
    assertThat(OAuthClient.parameter(back, "state")).isEqualTo("mine");
    JsonObject granted = tokens.redeem(back).json();
    JWTClaimsSet id = SignedJWT.parse(granted.get("id_token").getAsString()).getJWTClaimsSet();
    assertThat(id.getStringClaim("nonce")).isEqualTo("once");
    assertThat(id.getStringClaim("email")).isEqualTo(user.email());
    String access = granted.get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(200);
    assertThat(tokens.userInfo(access).json().get("email").getAsString()).isEqualTo(user.email());
    assertThat(tokens.redeem(back).json().get("error").getAsString()).isEqualTo("invalid_grant");
  }

  @Test
  void apiRefusesATokenWithoutTheAdminScope() {
    URI back = signedIn("&scope=openid+email").at();
    String access = tokens.redeem(back).json().get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(401);
  }

  @Test
  void refreshTokenWorksUntilItIsRevoked() {
    JsonObject granted = tokens.redeem(signedIn("").at()).json();
    String refresh = granted.get("refresh_token").getAsString();
    String access = tokens.refresh(refresh).json().get("access_token").getAsString();
    assertThat(api.profile(access).status()).isEqualTo(200);
    assertThat(tokens.revoke(refresh).status()).isEqualTo(200);
    assertThat(tokens.refresh(refresh).status()).isEqualTo(400);
  }

  @Test
  void signedInUserIsNotPromptedUntilSignOut() {
    HtmlFormClient browser = signedIn("");
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()));
    assertThat(browser.at().toString()).startsWith(hosted.app().signedIn() + "?code=");
    browser.open(hosted.page("/logout", "&logout_uri=" + hosted.app().signedOut()));
    assertThat(browser.at()).isEqualTo(hosted.app().signedOut());
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge() + "&prompt=none"));
    assertThat(OAuthClient.parameter(browser.at(), "error")).isEqualTo("login_required");
  }

  @Test
  void unknownCallbackUrlIsRefused() {
    URI elsewhere =
        URI.create(
            hosted.page("/oauth2/authorize", "").toString().replace("signed-in", "elsewhere"));
    HtmlFormClient browser = HtmlFormClient.at(hosted, elsewhere);
    assertThat(browser.last().status()).isEqualTo(400);
    assertThat(browser.at().getPath()).isEqualTo("/error");
    assertThat(browser.last().body()).contains("redirect_mismatch");
  }

  @Test
  void unknownScopeIsRefusedAtTheCallback() {
    HtmlFormClient browser =
        HtmlFormClient.at(hosted, hosted.page("/oauth2/authorize", "&scope=openid+phone"));
    assertThat(browser.at().toString())
        .isEqualTo(
            hosted.app().signedIn() + "?error_description=invalid_scope&error=invalid_request");
  }
}
