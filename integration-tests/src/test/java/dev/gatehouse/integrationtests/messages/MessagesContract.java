package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** The requirements on every mail, whether Cognito or CustomEmailSender sends it. */
abstract class MessagesContract {
  final AwsAccount account;
  final Inbox inbox;
  final SignUpUser user = SignUpUser.create();

  MessagesContract(LocalEmulator emulator) {
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  final void signUp(Map<String, String> attributes, Map<String, String> metadata) {
    account.signUp(
        user,
        signUp ->
            signUp
                .userAttributes(
                    attributes.entrySet().stream()
                        .map(pair -> attribute(pair.getKey(), pair.getValue()))
                        .toList())
                .clientMetadata(metadata));
  }

  final void confirm(JsonObject mail) {
    account
        .cognito()
        .confirmSignUp(
            confirm ->
                confirm
                    .clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(Inbox.code(mail)));
  }

  static AttributeType attribute(String name, String value) {
    return AttributeType.builder().name(name).value(value).build();
  }

  private static String language(JsonObject mail) {
    return Inbox.html(mail).replaceAll("(?s).*?<html lang=\"([^\"]*)\".*", "$1");
  }

  @ParameterizedTest
  @CsvSource({"en, en", "es, es", "xx, en", "'<b>', en"})
  void languageIsTheRequestedOneIfSupported(String requested, String expected) {
    signUp(Map.of(), Map.of("locale", requested));
    JsonObject mail = inbox.awaitMail(user, 1);
    assertThat(language(mail)).isEqualTo(expected);
    confirm(mail);
    assertThat(account.signIn(user).accessToken()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void laterMailsAreInTheLanguageOfTheUser(String locale) {
    signUp(Map.of("locale", locale), Map.of());
    JsonObject first = inbox.awaitMail(user, 1);
    account
        .cognito()
        .resendConfirmationCode(again -> again.clientId(account.clientId()).username(user.email()));
    JsonObject second = inbox.awaitMail(user, 2);
    assertThat(language(first)).isEqualTo(locale);
    assertThat(language(second)).isEqualTo(locale);
    confirm(second);
  }

  @Test
  void forgottenPasswordIsResetWithTheCode() {
    signUp(Map.of("locale", "es"), Map.of());
    confirm(inbox.awaitMail(user, 1));
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(user.email()));
    JsonObject mail = inbox.awaitMail(user, 2);
    assertThat(language(mail)).isEqualTo("es");
    SignUpUser renewed = new SignUpUser(user.email(), "Another-horse-7");
    account
        .cognito()
        .confirmForgotPassword(
            reset ->
                reset
                    .clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(Inbox.code(mail))
                    .password(renewed.password()));
    assertThat(account.signIn(renewed).accessToken()).isNotBlank();
  }

  /** Returns a temporary password as the HTML of the mail has it. */
  abstract String temporaryPassword(String password);

  @Test
  void invitedUserSignsInWithTheTemporaryPasswordOfTheMail() {
    SignUpUser invited = new SignUpUser(user.email(), "Horse<9>&-temporary");
    account
        .cognito()
        .adminCreateUser(
            create ->
                create
                    .userPoolId(account.poolId())
                    .username(invited.email())
                    .temporaryPassword(invited.password())
                    .userAttributes(
                        attribute("email_verified", "true"), attribute("locale", "es")));
    JsonObject mail = inbox.awaitMail(user, 1);
    assertThat(language(mail)).isEqualTo("es");
    assertThat(Inbox.html(mail)).contains(invited.email(), temporaryPassword(invited.password()));
    InitiateAuthResponse challenge = account.initiateSignIn(invited);
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    assertThat(
            account
                .cognito()
                .respondToAuthChallenge(
                    response ->
                        response
                            .clientId(account.clientId())
                            .challengeName(challenge.challengeName())
                            .session(challenge.session())
                            .challengeResponses(
                                Map.of("USERNAME", user.email(), "NEW_PASSWORD", user.password())))
                .authenticationResult()
                .accessToken())
        .isNotBlank();
  }

  @Test
  void clientCannotChangeTheAddress() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(user, 1));
    String token = account.signIn(user).accessToken();
    assertThatThrownBy(
            () ->
                account
                    .cognito()
                    .updateUserAttributes(
                        update ->
                            update
                                .accessToken(token)
                                .userAttributes(attribute("email", SignUpUser.create().email()))))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("A client attempted to write unauthorized attribute");
  }

  @Test
  void addressChangedByAnAdministratorIsVerifiedWithTheCode() {
    signUp(Map.of("locale", "es"), Map.of());
    confirm(inbox.awaitMail(user, 1));
    String token = account.signIn(user).accessToken();
    SignUpUser moved = new SignUpUser(SignUpUser.create().email(), user.password());
    changeAddress(moved.email());
    JsonObject mail = inbox.awaitMail(moved, 1);
    assertThat(language(mail)).isEqualTo("es");
    assertThatThrownBy(() -> account.signIn(moved)).isInstanceOf(NotAuthorizedException.class);
    account
        .cognito()
        .verifyUserAttribute(
            verify -> verify.accessToken(token).attributeName("email").code(Inbox.code(mail)));
    assertThat(account.signIn(moved).accessToken()).isNotBlank();
  }

  final void changeAddress(String email) {
    account
        .cognito()
        .adminUpdateUserAttributes(
            update ->
                update
                    .userPoolId(account.poolId())
                    .username(user.email())
                    .userAttributes(attribute("email", email)));
  }
}
