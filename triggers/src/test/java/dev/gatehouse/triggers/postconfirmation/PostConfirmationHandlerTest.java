package dev.gatehouse.triggers.postconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.triggers.Events;
import dev.gatehouse.triggers.RecordedLog;
import dev.gatehouse.triggers.RoundTrip;
import dev.gatehouse.triggers.UserCopies;
import dev.gatehouse.triggers.deferredusers.DeferredUsers;
import dev.gatehouse.triggers.emailrules.MailboxClaims;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PostConfirmationHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";
  private static final String CONFIRM_SIGN_UP = "post-confirmation/confirm-sign-up";
  private static final String FORGOT_PASSWORD = "post-confirmation/confirm-forgot-password";
  private static final MailboxClaims NO_CLAIMS =
      MailboxClaims.from(
          Map.of(),
          () -> {
            throw new IllegalStateException("there is no table");
          });
  private static final Instant NOW = RecordedLog.NOW;

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final List<User> queue = new ArrayList<>();

  private JsonObject handled(JsonObject event) {
    return handled(event, users);
  }

  private JsonObject handled(JsonObject event, Users into) {
    return handled(event, into, queue::add);
  }

  private JsonObject handled(JsonObject event, Users into, DeferredUsers deferred) {
    return RoundTrip.through(
        new PostConfirmationHandler(
            new UserCopies(into, NO_CLAIMS),
            deferred,
            RecordedLog.CLOCK,
            log.of("post-confirmation")),
        event);
  }

  private static User jane() {
    return new User(
        SUB,
        "jane@example.com",
        true,
        "de-AT",
        "Jane",
        "Doe",
        NOW,
        NOW,
        NOW,
        SUB,
        "us-east-1_EXAMPLE",
        1);
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void everyFieldThatCognitoSendsComesBack(String name) {
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void confirmedUserGetsARow(String name) {
    handled(Events.event(name));
    assertThat(users.find(SUB)).contains(jane());
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("copied");
    assertThat(log.line().get("UsersCopied").getAsInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void laterEventKeepsTheRowThatIsThere(String name) {
    User older =
        new User(
            SUB,
            "old@example.com",
            false,
            null,
            null,
            null,
            NOW.minusSeconds(60),
            NOW.minusSeconds(60),
            NOW.minusSeconds(30),
            SUB,
            "us-east-1_EXAMPLE",
            3);
    users.putIfAbsent(older);
    handled(Events.event(name));
    assertThat(users.find(SUB)).contains(older);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("already-there");
    assertThat(log.line().has("UsersCopied")).isFalse();
  }

  @Test
  void addressThatIsNotVerifiedIsKeptAsSuch() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    Events.attributes(event).addProperty("email_verified", "false");
    handled(event);
    assertThat(users.find(SUB).orElseThrow().emailVerified()).isFalse();
  }

  @Test
  void absentAndBlankNamesAreLeftOut() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    Events.attributes(event).remove("given_name");
    Events.attributes(event).addProperty("family_name", " ");
    handled(event);
    assertThat(users.find(SUB).orElseThrow().givenName()).isNull();
    assertThat(users.find(SUB).orElseThrow().familyName()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostConfirmation_FromTheFuture", "CustomMessage_SignUp", ""})
  void sourceThatIsNotKnownPassesThrough(String source) {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    event.addProperty("triggerSource", source);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.find(SUB)).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("passed-through");
    assertThat(log.line().get("triggerSource").getAsString()).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "email"})
  void missingAttributeIsLoggedAndNoErrorForThePerson(String attribute) {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    Events.attributes(event).remove(attribute);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.find(SUB)).isEmpty();
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("code").getAsString())
        .isEqualTo(attribute.equals("sub") ? "SUB_MISSING" : "EMAIL_MISSING");
  }

  @Test
  void eventWithoutAttributesIsNoErrorForThePerson() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    event.getAsJsonObject("request").add("userAttributes", JsonNull.INSTANCE);
    handled(event);
    assertThat(log.line().get("code").getAsString()).isEqualTo("SUB_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void rowThatCannotBeWrittenGoesIntoTheQueueAndIsNoErrorForThePerson(String name) {
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event, new BrokenUsers()))).isEmpty();
    assertThat(queue).containsExactly(jane());
    JsonObject line = log.line();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("outcome").getAsString()).isEqualTo("deferred");
    assertThat(line.get("code").getAsString()).isEqualTo("COPY_FAILED");
    assertThat(line.get("UserCopyDeferred").getAsInt()).isOne();
    assertThat(line.has("UserCopyLost")).isFalse();
    assertThat(line.get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void anyErrorOfTheTableLeadsToTheQueue() {
    handled(Events.event(CONFIRM_SIGN_UP), new LinklessUsers());
    assertThat(queue).containsExactly(jane());
    assertThat(log.line().get("UserCopyDeferred").getAsInt()).isOne();
  }

  @Test
  void rowThatIsWrittenOrThereIsNotQueued() {
    handled(Events.event(CONFIRM_SIGN_UP));
    handled(Events.event(CONFIRM_SIGN_UP));
    assertThat(queue).isEmpty();
  }

  @Test
  void queueThatIsDownTooIsCountedApartAndNoErrorForThePerson() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    assertThat(
            RoundTrip.differences(
                event, handled(event, new BrokenUsers(), PostConfirmationHandlerTest::refuse)))
        .isEmpty();
    JsonObject line = log.line();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("outcome").getAsString()).isEqualTo("lost");
    assertThat(line.get("UserCopyLost").getAsInt()).isOne();
    assertThat(line.has("UserCopyDeferred")).isFalse();
    assertThat(line.get("sub").getAsString()).isEqualTo(SUB);
  }

  private static void refuse(User user) {
    throw new IllegalStateException("cannot queue " + user);
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void logSaysNothingOfThePersonButTheSub(String name) {
    JsonObject event = Events.event(name);
    handled(event);
    handled(event);
    handled(event, new BrokenUsers());
    handled(event, new BrokenUsers(), PostConfirmationHandlerTest::refuse);
    assertThat(log.lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).doesNotContain(Events.personal(event)));
  }

  /** Fails as the SDK does, with a message that names the person. */
  private static class BrokenUsers implements Users {
    @Override
    public boolean putIfAbsent(User user) {
      throw new IllegalStateException("cannot write " + user);
    }

    @Override
    public boolean update(User user) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> find(String sub) {
      throw new UnsupportedOperationException();
    }
  }

  /** Fails as a class does that is not in the archive. */
  private static final class LinklessUsers extends BrokenUsers {
    @Override
    public boolean putIfAbsent(User user) {
      throw new NoClassDefFoundError("software/amazon/awssdk/Gone");
    }
  }
}
