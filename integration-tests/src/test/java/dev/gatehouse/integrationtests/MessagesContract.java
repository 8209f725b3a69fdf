package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;

/** What holds for every mail, whether Cognito sends it or a function of ours. */
abstract class MessagesContract {
  final Account account;
  final Inbox inbox;
  final Person person = Person.anybody();

  MessagesContract(Machine machine) {
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  final void signUp(Map<String, String> attributes, Map<String, String> metadata) {
    account
        .cognito()
        .signUp(signUp ->
            signUp
                .clientId(account.clientId())
                .username(person.email())
                .password(person.password())
                .userAttributes(
                    attributes.entrySet().stream()
                        .map(pair -> attribute(pair.getKey(), pair.getValue()))
                        .toList())
                .clientMetadata(metadata));
  }

  final void confirm(JsonObject mail) {
    account
        .cognito()
        .confirmSignUp(confirm ->
            confirm
                .clientId(account.clientId())
                .username(person.email())
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
  void languageIsTheOneTheClientAskedForIfItIsSpoken(String asked, String written) {
    signUp(Map.of(), Map.of("locale", asked));
    JsonObject mail = inbox.awaitMail(person, 1);
    assertThat(language(mail)).isEqualTo(written);
    confirm(mail);
    assertThat(account.signIn(person).accessToken()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "es"})
  void languageOfTheUserHoldsForLaterMails(String locale) {
    signUp(Map.of("locale", locale), Map.of());
    JsonObject first = inbox.awaitMail(person, 1);
    account
        .cognito()
        .resendConfirmationCode(
            again -> again.clientId(account.clientId()).username(person.email()));
    JsonObject second = inbox.awaitMail(person, 2);
    assertThat(language(first)).isEqualTo(locale);
    assertThat(language(second)).isEqualTo(locale);
    confirm(second);
  }

  @Test
  void forgottenPasswordIsSetAnewWithTheCode() {
    signUp(Map.of("locale", "es"), Map.of());
    confirm(inbox.awaitMail(person, 1));
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(person.email()));
    JsonObject mail = inbox.awaitMail(person, 2);
    assertThat(language(mail)).isEqualTo("es");
    Person renewed = new Person(person.email(), "Another-horse-7");
    account
        .cognito()
        .confirmForgotPassword(reset ->
            reset
                .clientId(account.clientId())
                .username(person.email())
                .confirmationCode(Inbox.code(mail))
                .password(renewed.password()));
    assertThat(account.signIn(renewed).accessToken()).isNotBlank();
  }

  @Test
  void invitedPersonSignsInWithTheTemporaryPasswordOfTheMail() {
    Person invited = new Person(person.email(), "Horse<9>&-temporary");
    account
        .cognito()
        .adminCreateUser(create ->
            create
                .userPoolId(account.poolId())
                .username(invited.email())
                .temporaryPassword(invited.password())
                .userAttributes(attribute("email_verified", "true"), attribute("locale", "es")));
    JsonObject mail = inbox.awaitMail(person, 1);
    assertThat(language(mail)).isEqualTo("es");
    assertThat(Inbox.html(mail)).contains(invited.email(), "Horse&lt;9&gt;&amp;-temporary");
    InitiateAuthResponse challenge = account.tryToSignIn(invited);
    assertThat(challenge.challengeName()).isEqualTo(ChallengeNameType.NEW_PASSWORD_REQUIRED);
    assertThat(
            account
                .cognito()
                .respondToAuthChallenge(answer ->
                    answer
                        .clientId(account.clientId())
                        .challengeName(challenge.challengeName())
                        .session(challenge.session())
                        .challengeResponses(
                            Map.of("USERNAME", person.email(), "NEW_PASSWORD", person.password())))
                .authenticationResult()
                .accessToken())
        .isNotBlank();
  }

  @Test
  void addressIsNotForTheClientToChange() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(person, 1));
    String token = account.signIn(person).accessToken();
    assertThatThrownBy(() ->
            account
                .cognito()
                .updateUserAttributes(update ->
                    update
                        .accessToken(token)
                        .userAttributes(attribute("email", Person.anybody().email()))))
        .isInstanceOf(NotAuthorizedException.class)
        .hasMessageContaining("A client attempted to write unauthorized attribute");
  }

  @Test
  void addressThatAnAdministratorChangesIsProvedWithTheCodeThatWentThere() {
    signUp(Map.of("locale", "es"), Map.of());
    confirm(inbox.awaitMail(person, 1));
    String token = account.signIn(person).accessToken();
    Person moved = new Person(Person.anybody().email(), person.password());
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
        .adminUpdateUserAttributes(update ->
            update
                .userPoolId(account.poolId())
                .username(person.email())
                .userAttributes(attribute("email", email)));
  }
}
