package dev.gatehouse.triggers.postconfirmation.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.triggers.postconfirmation.PasswordNotices;
import dev.gatehouse.users.CognitoUser;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SqsPasswordNoticesTest {
  @Test
  void messageIsAnEventOfTheMailFunctionWithoutOtherAttributes() {
    CognitoUser user =
        new CognitoUser(
            Map.of("sub", "s", "email", "jane@example.com", "locale", "de", "given_name", "Jane"),
            "name",
            "us-east-1_POOL");

    assertThat(SqsPasswordNotices.message(user, Instant.parse("2026-11-22T10:42:59.9Z")))
        .isEqualTo(
            "{\"triggerSource\":\"CustomEmailSender_PasswordChanged\","
                + "\"userPoolId\":\"us-east-1_POOL\",\"userName\":\"name\","
                + "\"request\":{\"userAttributes\":{\"sub\":\"s\",\"email\":\"jane@example.com\","
                + "\"locale\":\"de\",\"EVENT_ID\":\"2026-11-22T10:42:00Z\"}}}");
  }

  @Test
  void withoutAQueueThereAreNoNotices() {
    assertThat(SqsPasswordNotices.from(new FunctionSettings(Map.of())))
        .isSameAs(PasswordNotices.NONE);
  }
}
