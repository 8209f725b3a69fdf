package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;

/**
 * The requirements on any endpoint with the AWS API: our archives and the SDK work with each alike.
 */
abstract class AwsEndpointContract {
  @TempDir Path work = Path.of("");

  /** Returns the emulator under test. */
  abstract AwsEmulator emulator();

  @Test
  @Check("post-confirmation writes its row, and a retry leaves it as it is")
  final void postConfirmationWritesItsRowOnce() throws Exception {
    String sub = UUID.randomUUID().toString();
    try (PlannedTables tables = new PlannedTables(emulator())) {
      String table = tables.create("", "users");
      try (PlannedFunctions functions =
          PlannedFunctions.of(work, emulator().endpoint(), Map.of("USERS_TABLE", table))) {
        // The first call of a process may be too slow for the table's time limit.
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
        List<Map<String, AttributeValue>> rows = tables.rows(table);
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
        assertThat(rows)
            .as("one row")
            .singleElement()
            .satisfies(row -> assertThat(row).containsEntry("sub", AttributeValue.fromS(sub)));
        assertThat(tables.rows(table)).as("the same row").isEqualTo(rows);
      }
    }
  }

  @Test
  @Check("SES keeps the mail of a verified identity")
  final void mailOfAVerifiedIdentityIsInTheInbox() {
    String sender = "sender." + UUID.randomUUID() + "@example.com";
    try (SesClient ses = emulator().client(SesClient.builder())) {
      ses.verifyEmailIdentity(verify -> verify.emailAddress(sender));
      send(ses, sender);
    }
    assertThat(emulator().mails())
        .as("the mail is there")
        .contains(new SentMail(sender, "[\"jane@example.com\"]", "Hello", "Hi"));
  }

  @Test
  @Check("SES rejects a sender that is not verified")
  final void anUnverifiedSenderIsRejected() {
    try (SesClient ses = emulator().client(SesClient.builder())) {
      assertThatThrownBy(() -> send(ses, "nobody." + UUID.randomUUID() + "@elsewhere.example"))
          .as("MessageRejected")
          .isInstanceOf(MessageRejectedException.class);
    }
  }

  private static void send(SesClient ses, String sender) {
    ses.sendEmail(
        mail ->
            mail.source(sender)
                .destination(to -> to.toAddresses("jane@example.com"))
                .message(
                    message ->
                        message
                            .subject(subject -> subject.data("Hello"))
                            .body(body -> body.text(text -> text.data("Hi")))));
  }
}
