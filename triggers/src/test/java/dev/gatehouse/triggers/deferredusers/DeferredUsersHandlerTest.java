package dev.gatehouse.triggers.deferredusers;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import dev.gatehouse.triggers.UserCopies;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.InMemoryMailboxes;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DeferredUsersHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";
  private static final Map<String, String> UNIQUE = Map.of("EMAIL_SUBADDRESS", "unique");

  private final InMemoryMailboxes mailboxes = new InMemoryMailboxes();
  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final JsonObject event = Events.event("deferred-users/one-row");

  private JsonObject first() {
    return event.getAsJsonArray("Records").get(0).getAsJsonObject();
  }

  /** Puts one more message beside the one that is good. */
  private void addMessage(String id, String body) {
    JsonObject message = first().deepCopy();
    message.addProperty("messageId", id);
    message.addProperty("body", body);
    event.getAsJsonArray("Records").add(message);
  }

  /** Returns the ids of the messages that come back. */
  private List<String> handled(Users into) {
    return RoundTrip.through(
            new DeferredUsersHandler(
                new UserCopies(into, MailboxClaims.from(UNIQUE, () -> mailboxes)),
                log.of("deferred-users")),
            event)
        .getAsJsonArray("batchItemFailures")
        .asList()
        .stream()
        .map(JsonElement::getAsJsonObject)
        .map(failure -> failure.get("itemIdentifier").getAsString())
        .toList();
  }

  private static User jane(String email, long version) {
    return new User(
        SUB,
        email,
        true,
        "de-AT",
        "Jane",
        "Doe",
        RecordedLog.NOW,
        RecordedLog.NOW,
        RecordedLog.NOW,
        SUB,
        "us-east-1_EXAMPLE",
        version);
  }

  @Test
  void deferredRowIsWrittenAsItWasFirstMade() {
    assertThat(handled(users)).isEmpty();
    assertThat(users.find(SUB)).contains(jane("jane@example.com", 1));
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("copied");
    assertThat(log.line().get("UsersCopied").getAsInt()).isOne();
    assertThat(log.line().get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void mailboxIsClaimedThoughTheRowIsThereAlready() {
    users.putIfAbsent(jane("jane@example.com", 1));
    assertThat(handled(users)).isEmpty();
    assertThat(mailboxes.claims()).containsOnly(SUB);
  }

  @Test
  void messageWhoseClaimFailsComesBack() {
    mailboxes.failing();
    assertThat(handled(users)).hasSize(1);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("deferred-again");
  }

  @Test
  void rowThatIsThereAlreadyStays() {
    users.putIfAbsent(jane("new@example.com", 3));
    assertThat(handled(users)).isEmpty();
    assertThat(users.find(SUB)).contains(jane("new@example.com", 3));
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
  void messageThatIsNoRowComesBackAndHoldsUpNobody(String body) {
    addMessage("malformed", body);
    assertThat(handled(users)).containsExactly("malformed");
    assertThat(users.find(SUB)).isPresent();
    JsonObject line = JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("code").getAsString()).isEqualTo("MESSAGE_MALFORMED");
    assertThat(log.lines().getLast()).doesNotContain("jane");
  }

  @Test
  void rowThatCannotBeWrittenComesBackAlone() {
    addMessage("broken", first().get("body").getAsString().replace(SUB, "broken"));
    assertThat(handled(new UsersWithout("broken", users))).containsExactly("broken");
    assertThat(users.find(SUB)).isPresent();
    JsonObject line = JsonParser.parseString(log.lines().getLast()).getAsJsonObject();
    assertThat(line.get("code").getAsString()).isEqualTo("COPY_FAILED");
    assertThat(line.get("sub").getAsString()).isEqualTo("broken");
    assertThat(log.lines()).allSatisfy(it -> assertThat(it).doesNotContain("jane", "Doe"));
  }

  @Test
  void namesThatAreMissingStayMissing() {
    User bare =
        new User(
            SUB,
            "jane@example.com",
            false,
            null,
            null,
            null,
            RecordedLog.NOW,
            RecordedLog.NOW,
            RecordedLog.NOW,
            SUB,
            "us-east-1_EXAMPLE",
            1);
    DeferredRow row = new DeferredRow();
    assertThat(row.read(row.write(bare))).isEqualTo(bare);
  }

  /** Fails for one row as the SDK does, with a message that names the person. */
  private record UsersWithout(String sub, Users others) implements Users {
    @Override
    public boolean putIfAbsent(User user) {
      if (user.sub().equals(sub)) {
        throw new IllegalStateException("cannot write " + user);
      }
      return others.putIfAbsent(user);
    }

    @Override
    public boolean update(User user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(String any) {
      throw new UnsupportedOperationException();
    }
  }
}
