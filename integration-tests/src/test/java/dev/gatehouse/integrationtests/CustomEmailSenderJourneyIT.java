package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A function of ours sends the mails, with codes that Cognito sealed for it. */
class CustomEmailSenderJourneyIT extends MessagesContract {
  private static final String PLAN = Machine.ROOT + "/pulumi/target/plans/lambda.json";

  private static @Nullable Machine machine;

  CustomEmailSenderJourneyIT() {
    super(Objects.requireNonNull(machine));
  }

  @BeforeAll
  static void start() {
    machine = Machine.start("--plan", PLAN);
  }

  @AfterAll
  static void stop() {
    Objects.requireNonNull(machine).close();
  }

  @Test
  void mailHasATextPartAndTags() {
    signUp(Map.of(), Map.of("locale", "es"));
    JsonObject mail = inbox.awaitMail(person, 1);
    assertThat(mail.getAsJsonObject("Body").get("text_part").getAsString())
        .contains(Inbox.code(mail));
    assertThat(mail.has("Tags")).as(mail.keySet().toString()).isTrue();
  }

  @Test
  void addressThatTheRulesRefuseGetsNoMail() {
    signUp(Map.of(), Map.of());
    confirm(inbox.awaitMail(person, 1));
    changeAddress("jane..doe@example.com");
    // The function takes one call after the other, so the next mail comes after that one would.
    Person next = Person.anybody();
    account
        .cognito()
        .adminCreateUser(create -> create.userPoolId(account.poolId()).username(next.email()));
    assertThat(inbox.awaitMail(next, 1)).isNotNull();
    assertThat(inbox.mailsTo(new Person("jane..doe@example.com", ""))).isEmpty();
  }
}
