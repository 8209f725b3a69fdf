package dev.gatehouse.triggers.deferredusers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import dev.gatehouse.users.DamagedUsers;
import dev.gatehouse.users.FailingUsers;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserCopies;
import dev.gatehouse.users.Users;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeferredUsersHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";
  private static final FunctionSettings ONE_ACCOUNT_PER_MAILBOX =
      new FunctionSettings(Map.of("EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true"));

  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final JsonObject event = Events.event("deferred-users/one-row");

  private JsonObject validMessage() {
    return event.getAsJsonArray("Records").get(0).getAsJsonObject();
  }

  /** Adds a message to the valid one. */
  private void addMessage(String id, String body) {
    JsonObject message = validMessage().deepCopy();
    message.addProperty("messageId", id);
    message.addProperty("body", body);
    event.getAsJsonArray("Records").add(message);
  }

  /** Returns the ids of the messages that are reported as failed. */
  private List<String> handled(Users into) {
    return RoundTrip.through(
            new DeferredUsersHandler(
                new UserCopies(into, MailboxClaims.from(ONE_ACCOUNT_PER_MAILBOX, () -> mailboxes)),
                log.of("deferred-users")),
            event)
        .getAsJsonArray("batchItemFailures")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .map(failure -> failure.get("itemIdentifier").getAsString())
        .toList();
  }

  private static TestUsers.Builder jane() {
    return TestUsers.builder(SUB).profile("de-AT", "Jane", "Doe").times(RecordedLog.NOW);
  }

  @Test
  void deferredRowIsWrittenUnchanged() {
    assertThat(handled(users)).isEmpty();
    assertThat(users.find(SUB)).contains(jane().build());
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("copied");
    assertThat(log.line().get("UsersCopied").getAsInt()).isOne();
    assertThat(log.line().get("sub").getAsString()).isEqualTo(SUB);
  }

  static Stream<StoredUser> damagedRows() {
    return DamagedUsers.of(jane().build());
  }

  @ParameterizedTest
  @MethodSource("damagedRows")
  void damagedRowIsLeftToReadRepair(StoredUser damaged) {
    users.put(damaged);
    assertThat(handled(users)).isEmpty();
    assertThat(users.read(SUB)).contains(damaged);
    assertThat(mailboxes.owners()).containsOnly(SUB);
  }

  @Test
  void lateMessageBringsNoErasedUserBackAndClaimsNothing() {
    users.markErased(SUB, RecordedLog.NOW);
    assertThat(handled(users)).as("the message is done").isEmpty();
    assertThat(users.read(SUB)).isEmpty();
    assertThat(mailboxes.owners()).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("erased");
  }

  @Test
  void mailboxIsClaimedEvenIfTheRowExists() {
    users.putIfAbsent(jane().build());
    assertThat(handled(users)).isEmpty();
    assertThat(mailboxes.owners()).containsOnly(SUB);
  }

  @Test
  void messageWhoseClaimFailsIsReported() {
    mailboxes.failing();
    assertThat(handled(users)).hasSize(1);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("deferred-again");
  }

  @Test
  void existingRowIsKept() {
    User newer = jane().email("new@example.com", true).version(3).build();
    users.putIfAbsent(newer);
    assertThat(handled(users)).isEmpty();
    assertThat(users.find(SUB)).contains(newer);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("already-there");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "jane@example.com",
        "[]",
        "null",
        "{}",
        "{\"sub\":\"jane\",\"email\":\"jane@example.com\"}",
        "{\"sub\":\"jane\",\"email\":"
      })
  void malformedMessageIsReportedAloneAndNotQuoted(String body) {
    addMessage("malformed", body);
    assertThat(handled(users)).containsExactly("malformed");
    assertThat(users.find(SUB)).isPresent();
    JsonObject line = JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("code").getAsString()).isEqualTo("MESSAGE_MALFORMED");
    assertThat(log.lines().getLast()).doesNotContain("jane");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_096, 32_800, 40_000, 50_001, 200_000})
  void messageOfAnyLengthIsReportedAlone(int length) {
    addMessage("long", "x".repeat(length));
    addMessage("long-multi-byte", "\u20ac".repeat(length / 3));
    assertThat(handled(users)).containsExactly("long", "long-multi-byte");
    assertThat(users.find(SUB)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "1e400", "true", "null", "{}", "{\"sub\": 1}", "[]", "[1, [2]]"})
  void bodyThatIsNoTextIsReportedAlone(String body) {
    addMessage("other", "");
    event
        .getAsJsonArray("Records")
        .get(1)
        .getAsJsonObject()
        .add("body", JsonParser.parseString(body));
    assertThat(handled(users)).containsExactly("other");
    assertThat(users.find(SUB)).isPresent();
    assertThat(log.lines().getLast()).contains("MESSAGE_MALFORMED");
  }

  @Test
  void longRowIsWritten() {
    String body = validMessage().get("body").getAsString();
    validMessage()
        .addProperty("body", body.replace("{", "{\"unknown\":\"" + "x".repeat(60_000) + "\","));
    assertThat(handled(users)).isEmpty();
    assertThat(users.find(SUB)).isPresent();
  }

  @Test
  void rowThatCannotBeWrittenIsReportedAlone() {
    addMessage("broken", validMessage().get("body").getAsString().replace(SUB, "broken"));
    assertThat(handled(FailingUsers.forSub("broken", users))).containsExactly("broken");
    assertThat(users.find(SUB)).isPresent();
    JsonObject line = JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
    assertThat(line.get("code").getAsString()).isEqualTo("COPY_FAILED");
    assertThat(line.get("sub").getAsString()).isEqualTo("broken");
    assertThat(log.lines()).allSatisfy(it -> assertThat(it).doesNotContain("jane", "Doe"));
  }
}
