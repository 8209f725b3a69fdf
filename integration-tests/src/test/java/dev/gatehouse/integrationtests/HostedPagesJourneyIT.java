package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(HostedMachine.Resolver.class)
class HostedPagesJourneyIT {
  private final HostedMachine hosted;
  private final SignUpClient api;
  private final TokenClient tokens;
  private final Inbox inbox;
  private final Chromium browser = Chromium.withoutScripts();
  private final Person person = Person.anybody();

  HostedPagesJourneyIT(HostedMachine hosted) {
    this.hosted = hosted;
    this.api = new SignUpClient(hosted.machine());
    this.tokens = new TokenClient(hosted);
    this.inbox = new Inbox(hosted.machine());
  }

  @AfterEach
  void closeTheBrowser() {
    browser.close();
  }

  private void openSignIn() {
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()).toString());
    assertThat(browser.heading()).isEqualTo("Sign in");
  }

  private void signUp(Person who) {
    openSignIn();
    browser.link("Create an account");
    browser.type("E-mail address", who.email());
    browser.type("New password", who.password());
    browser.press("Sign up");
  }

  private URI confirmed() {
    signUp(person);
    assertThat(browser.heading()).isEqualTo("Confirm your address");
    browser.type("Code from the mail", inbox.codeFor(person));
    browser.press("Confirm");
    return URI.create(browser.leftFor(hosted.app().signedIn() + "?code="));
  }

  private void signOut() {
    browser.open(hosted.page("/logout", "&logout_uri=" + hosted.app().signedOut()).toString());
    browser.leftFor(hosted.app().signedOut().toString());
  }

  @Test
  void signingUpEndsAtTheProductWithACodeForTheProfile() {
    JsonObject granted = tokens.redeem(confirmed()).json();
    Answer profile = api.profile(granted.get("access_token").getAsString());
    assertThat(profile.status()).as(profile.body()).isEqualTo(200);
    assertThat(profile.json().getAsJsonObject("profile").get("email").getAsString())
        .isEqualTo(person.email());
  }

  @Test
  void aRefusedAddressShowsTheSentenceOfTheRule() {
    signUp(new Person("jane..doe@example.com", "Correct-horse-9"));
    assertThat(browser.heading()).isEqualTo("Create an account");
    assertThat(browser.problem())
        .isEqualTo("PreSignUp failed with error EMAIL_INVALID: Enter a valid email address.");
  }

  @Test
  void aForgottenPasswordIsReplacedByMail() {
    confirmed();
    signOut();
    openSignIn();
    browser.link("Forgot your password?");
    browser.type("E-mail address", person.email());
    browser.press("Send a code");
    browser.type("Code from the mail", Inbox.code(inbox.awaitMail(person, 2)));
    browser.type("New password", "Another-horse-8");
    browser.press("Set the password");
    assertThat(browser.notice()).isEqualTo("Your password is set. Sign in with it.");
    browser.type("E-mail address", person.email());
    browser.type("Password", "Another-horse-8");
    browser.press("Sign in");
    browser.leftFor(hosted.app().signedIn() + "?code=");
  }

  @Test
  void whoSignedOutIsAskedAgain() {
    confirmed();
    browser.open(hosted.page("/oauth2/authorize", tokens.challenge()).toString());
    browser.leftFor(hosted.app().signedIn() + "?code=");
    signOut();
    openSignIn();
  }
}
