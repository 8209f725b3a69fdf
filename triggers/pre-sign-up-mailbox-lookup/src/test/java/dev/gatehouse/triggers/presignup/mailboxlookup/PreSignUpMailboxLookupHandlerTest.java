package dev.gatehouse.triggers.presignup.mailboxlookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import dev.gatehouse.triggers.presignup.SignUpRefused;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.MailboxClaims;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PreSignUpMailboxLookupHandlerTest {
  private static final FunctionSettings ONE_ACCOUNT_PER_MAILBOX =
      new FunctionSettings(Map.of("EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true"));

  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final RecordedLog log = new RecordedLog();

  private void signUp(String email, FunctionSettings settings) {
    JsonObject event =
        JsonParser.parseString(
                """
                {"triggerSource": "PreSignUp_SignUp", "userName": "%1$s",
                 "request": {"userAttributes": {"email": "%1$s"}}, "response": {}}
                """
                    .formatted(email))
            .getAsJsonObject();
    RoundTrip.through(
        new PreSignUpMailboxLookupHandler(
            settings, () -> mailboxes, log.of("pre-sign-up"), RecordedLog.CLOCK),
        event);
  }

  @Test
  void claimedMailboxIsRefused() {
    MailboxClaims.from(ONE_ACCOUNT_PER_MAILBOX, () -> mailboxes)
        .claim("jane@gmail.com", "jane", RecordedLog.NOW);
    assertThatExceptionOfType(SignUpRefused.class)
        .isThrownBy(() -> signUp("j.a.n.e+2@googlemail.com", ONE_ACCOUNT_PER_MAILBOX))
        .withMessage("EMAIL_NOT_ALLOWED: This email address cannot be used to sign up")
        .withNoCause();
    assertThat(log.line().get("rule").getAsString()).isEqualTo("one-account-per-mailbox");
  }

  @Test
  void failedLookupAllowsTheSignUpAndIsCounted() {
    mailboxes.failing();
    signUp("jane@gmail.com", ONE_ACCOUNT_PER_MAILBOX);
    assertThat(log.lines()).hasSize(2);
    assertThat(log.lines().getFirst())
        .contains("\"rule\":\"one-account-per-mailbox\"", "\"RuleLookupsFailed\":1", "\"ERROR\"")
        .doesNotContain("jane");
  }

  @Test
  void tableIsNotReadWhereMailboxesMayHaveManyAccounts() {
    mailboxes.failing();
    signUp("jane@gmail.com", new FunctionSettings(Map.of()));
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("allowed");
  }
}
