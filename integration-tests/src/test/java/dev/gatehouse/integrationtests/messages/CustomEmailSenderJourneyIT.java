package dev.gatehouse.integrationtests.messages;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mails that the CustomEmailSender function sends, with codes encrypted by Cognito. */
class CustomEmailSenderJourneyIT extends MessagesContract {
  private static final String PLAN = Repository.plan("lambda").toString();

  private static @Nullable LocalEmulator emulator;

  CustomEmailSenderJourneyIT() {
    super(Objects.requireNonNull(emulator));
  }

  @BeforeAll
  static void start() {
    emulator = LocalEmulator.start("--plan", PLAN);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(emulator).close();
  }

  @Override
  String temporaryPassword(String password) {
    return password.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  @Test
  void mailHasATextPartAndTags() {
    signUp(Map.of(), Map.of("locale", "es"));
    JsonObject mail = inbox.awaitMail(user, 1);
    assertThat(mail.getAsJsonObject("Body").get("text_part").getAsString())
        .contains(Inbox.code(mail));
    assertThat(mail.has("Tags")).as(mail.keySet().toString()).isTrue();
  }

  @Test
  void replacedPasswordIsFollowedByANotice() {
    signUp(Map.of("locale", "fr"), Map.of());
    confirm(inbox.awaitMail(user, 1));
    account
        .cognito()
        .forgotPassword(forgot -> forgot.clientId(account.clientId()).username(user.email()));
    String code = Inbox.code(inbox.awaitMail(user, 2));
    account
        .cognito()
        .confirmForgotPassword(
            reset ->
                reset
                    .clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(code)
                    .password("Another-horse-7"));
    JsonObject notice = inbox.awaitMail(user, 3);
    assertThat(notice.get("Subject").getAsString())
        .isEqualTo("Votre mot de passe Gatehouse a été modifié");
    assertThat(notice.getAsJsonObject("Body").get("text_part").getAsString())
        .contains("Cela s’est produit à ")
        .doesNotContain(code);
  }

  @Test
  void addressThatTheRulesRefuseGetsNoMail() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(user, 1));
    changeAddress("jane..doe@example.com");
    // The function handles one event after the other, so a mail to it would have come before.
    SignUpUser next = SignUpUser.create();
    account
        .cognito()
        .adminCreateUser(create -> create.userPoolId(account.poolId()).username(next.email()));
    assertThat(inbox.awaitMail(next, 1)).isNotNull();
    assertThat(inbox.mailsTo(new SignUpUser("jane..doe@example.com", ""))).isEmpty();
  }
}
