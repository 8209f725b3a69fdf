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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DeferredUsersHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";
  private static final FunctionSettings ONE_ACCOUNT_PER_MAILBOX =
      new FunctionSettings(Map.of("EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true"));

  private static final int MAX_RECEIVES = 720;

  private final FakeQueue queue = new FakeQueue();
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
                queue,
                MAX_RECEIVES,
                RecordedLog.CLOCK,
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
  void malformedMessageIsRefusedAloneAndNotQuoted(String body) {
    addMessage("malformed", body);
    assertThat(handled(users)).as("it is not tried again").isEmpty();
    assertThat(queue.refused).containsExactly(body);
    assertThat(users.find(SUB)).isPresent();
    JsonObject line = JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("code").getAsString()).isEqualTo("MESSAGE_MALFORMED");
    assertThat(log.lines().getLast()).doesNotContain("jane");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_096, 32_800, 40_000, 50_001, 200_000})
  void messageOfAnyLengthIsRefusedAlone(int length) {
    addMessage("long", "x".repeat(length));
    addMessage("long-multi-byte", "\u20ac".repeat(length / 3));
    assertThat(handled(users)).isEmpty();
    assertThat(queue.refused).hasSize(2);
    assertThat(users.find(SUB)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"17", "1e400", "true", "null", "{}", "{\"sub\": 1}", "[]", "[1, [2]]"})
  void bodyThatIsNoTextIsRefusedAlone(String body) {
    addMessage("other", "");
    event
        .getAsJsonArray("Records")
        .get(1)
        .getAsJsonObject()
        .add("body", JsonParser.parseString(body));
    assertThat(handled(users)).isEmpty();
    assertThat(queue.refused).hasSize(1);
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

  @Test
  void malformedMessageThatCannotBeRefusedIsReported() {
    queue.failing = true;
    addMessage("malformed", "{}");
    assertThat(handled(users)).containsExactly("malformed");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 30",
    "2, 60",
    "3, 120",
    "5, 480",
    "6, 900",
    "7, 900",
    "700, 900",
    "2147483648, 900"
  })
  void refusedRowIsHiddenTwiceAsLongEachTimeUpToAQuarterOfAnHour(String receives, int seconds) {
    attribute("ApproximateReceiveCount", receives);
    assertThat(handled(FailingUsers.forSub(SUB, users))).hasSize(1);
    assertThat(queue.hidden).containsExactly(Duration.ofSeconds(seconds));
  }

  @Test
  void rowIsReportedEvenIfTheQueueDoesNotHideIt() {
    queue.failing = true;
    assertThat(handled(FailingUsers.forSub(SUB, users))).hasSize(1);
    assertThat(log.line().get("code").getAsString()).isEqualTo("COPY_FAILED");
  }

  @Test
  void ageCountsFromTheTimeInTheMessageThroughEveryRedrive() {
    deferredAt(RecordedLog.NOW.minus(Duration.ofDays(8)));
    attribute("SentTimestamp", String.valueOf(RecordedLog.NOW.toEpochMilli()));
    assertThat(handled(FailingUsers.forSub(SUB, users))).hasSize(1);
    assertThat(log.line().get("DeferredUserAge").getAsLong())
        .isEqualTo(Duration.ofDays(8).toSeconds());
  }

  @Test
  void messageOfAnOlderVersionCountsFromItsSending() {
    attribute("SentTimestamp", String.valueOf(RecordedLog.NOW.minusSeconds(70).toEpochMilli()));
    assertThat(handled(FailingUsers.forSub(SUB, users))).hasSize(1);
    assertThat(log.line().get("DeferredUserAge").getAsLong()).isEqualTo(70);
  }

  @Test
  void rowThatWasMovedBackOnceIsNotMovedBackAgain() {
    attribute("ApproximateReceiveCount", String.valueOf(MAX_RECEIVES));
    attribute("SentTimestamp", String.valueOf(RecordedLog.NOW.toEpochMilli()));
    deferredAt(RecordedLog.NOW);
    assertThat(handled(FailingUsers.forSub(SUB, users)))
        .as("the first time, the queue moves it to the dead-letter queue")
        .hasSize(1);
    assertThat(queue.refused).isEmpty();
    deferredAt(RecordedLog.NOW.minus(Duration.ofDays(8)));
    assertThat(handled(FailingUsers.forSub(SUB, users))).isEmpty();
    assertThat(queue.refused).hasSize(1);
  }

  private void attribute(String name, String value) {
    validMessage().getAsJsonObject("attributes").addProperty(name, value);
  }

  private void deferredAt(Instant time) {
    JsonObject body =
        JsonParser.parseString(validMessage().get("body").getAsString()).getAsJsonObject();
    body.addProperty("deferredAt", time.toString());
    validMessage().addProperty("body", body.toString());
  }

  /** A queue that records what is changed, or fails. */
  private static final class FakeQueue implements DeferredQueue {
    private final List<Duration> hidden = new ArrayList<>();
    private final List<@Nullable String> refused = new ArrayList<>();
    private boolean failing;

    @Override
    public void hide(String receiptHandle, Duration time) {
      fail();
      hidden.add(time);
    }

    @Override
    public void refuse(String body) {
      fail();
      refused.add(body);
    }

    private void fail() {
      if (failing) {
        throw new IllegalStateException("no queue");
      }
    }
  }
}
