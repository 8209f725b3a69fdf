package dev.gatehouse.integrationtests.hosted;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HostedPagesEmulator.Resolver.class)
class HostedPagesJourneyIT {
  private static Chromium browser;

  private final HostedPagesEmulator hosted;
  private final ApiClient api;
  private final OAuthClient tokens;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  HostedPagesJourneyIT(HostedPagesEmulator hosted) {
    this.hosted = hosted;
    this.api = new ApiClient(hosted.emulator());
    this.tokens = new OAuthClient(hosted);
    this.inbox = new Inbox(hosted.emulator());
  }

  @BeforeAll
  static void startTheBrowser() {
    browser = Chromium.withoutScripts();
  }

  @AfterEach
  void endTheSession() {
    browser.driver().manage().deleteAllCookies();
  }

  @AfterAll
  static void closeTheBrowser() {
    browser.close();
  }

  private void openSignIn() {
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()).toString());
    assertThat(browser.heading()).isEqualTo("Sign in");
  }

  private void signUp(SignUpUser newUser) {
    openSignIn();
    browser.link("Create an account");
    browser.type("E-mail address", newUser.email());
    browser.type("New password", newUser.password());
    browser.press("Sign up");
  }

  private URI confirmed() {
    signUp(user);
    assertThat(browser.heading()).isEqualTo("Confirm your address");
    browser.type("Code from the mail", inbox.codeFor(user));
    browser.press("Confirm");
    return URI.create(browser.awaitUrl(hosted.app().signedIn() + "?code="));
  }

  private void signOut() {
    browser.open(hosted.page("/logout", "&logout_uri=" + hosted.app().signedOut()).toString());
    browser.awaitUrl(hosted.app().signedOut().toString());
  }

  @Test
  void signUpEndsAtTheCallbackWithACode() {
    JsonObject granted = tokens.redeem(confirmed()).json();
    TextResponse profile = api.profile(granted.get("access_token").getAsString());
    assertThat(profile.status()).as(profile.body()).isEqualTo(200);
    assertThat(profile.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo(user.email());
  }

  @Test
  void refusedAddressShowsTheTextOfTheRule() {
    signUp(new SignUpUser("jane..doe@example.com", "Correct-horse-9"));
    assertThat(browser.heading()).isEqualTo("Create an account");
    assertThat(browser.problem())
        .isEqualTo("PreSignUp failed with error EMAIL_INVALID: Enter a valid email address.");
  }

  @Test
  void forgottenPasswordIsResetByMail() {
    confirmed();
    signOut();
    openSignIn();
    browser.link("Forgot your password?");
    browser.type("E-mail address", user.email());
    browser.press("Send a code");
    browser.type("Code from the mail", Inbox.code(inbox.awaitMail(user, 2)));
    browser.type("New password", "Another-horse-8");
    browser.press("Set the password");
    assertThat(browser.notice()).isEqualTo("Your password is set. Sign in with it.");
    browser.type("E-mail address", user.email());
    browser.type("Password", "Another-horse-8");
    browser.press("Sign in");
    browser.awaitUrl(hosted.app().signedIn() + "?code=");
  }

  @Test
  void signInIsRequiredAfterSignOut() {
    confirmed();
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()).toString());
    browser.awaitUrl(hosted.app().signedIn() + "?code=");
    signOut();
    openSignIn();
  }
}
