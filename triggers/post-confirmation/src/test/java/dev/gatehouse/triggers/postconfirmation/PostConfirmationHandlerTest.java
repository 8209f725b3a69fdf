package dev.gatehouse.triggers.postconfirmation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import dev.gatehouse.users.CognitoUser;
import dev.gatehouse.users.DamagedUsers;
import dev.gatehouse.users.FailingUsers;
import dev.gatehouse.users.InMemoryUsers;
import dev.gatehouse.users.MailboxClaims;
import dev.gatehouse.users.ProfileAttribute;
import dev.gatehouse.users.StoredUser;
import dev.gatehouse.users.TestUsers;
import dev.gatehouse.users.User;
import dev.gatehouse.users.UserCopies;
import dev.gatehouse.users.Users;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PostConfirmationHandlerTest {
  private static final String SUB = "34c84488-e0e1-70ae-d2ee-991ad1a898c8";
  private static final String CONFIRM_SIGN_UP = "post-confirmation/confirm-sign-up";
  private static final String FORGOT_PASSWORD = "post-confirmation/confirm-forgot-password";
  private static final MailboxClaims NO_CLAIMS =
      MailboxClaims.from(
          new FunctionSettings(Map.of()),
          () -> {
            throw new IllegalStateException("no mailboxes table");
          });

  private final RecordedLog log = new RecordedLog();
  private final InMemoryUsers users = new InMemoryUsers();
  private final List<User> queue = new ArrayList<>();
  private final List<CognitoUser> notified = new ArrayList<>();
  private PasswordNotices notices = (user, at) -> notified.add(user);
  private Users lastAttempt = failing();

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
            () -> lastAttempt,
            deferred,
            notices,
            RecordedLog.CLOCK,
            log.of("post-confirmation")),
        event);
  }

  private static User jane() {
    return TestUsers.builder(SUB).profile("de-AT", "Jane", "Doe").times(RecordedLog.NOW).build();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void everyFieldOfTheEventIsReturned(String name) {
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void confirmedUserIsCopied(String name) {
    handled(Events.event(name));
    assertThat(users.find(SUB)).contains(jane());
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("copied");
    assertThat(log.line().get("UsersCopied").getAsInt()).isOne();
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void laterEventKeepsTheExistingRow(String name) {
    User older = TestUsers.builder(SUB).email("old@example.com", false).version(3).build();
    users.putIfAbsent(older);
    handled(Events.event(name));
    assertThat(users.find(SUB)).contains(older);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("already-there");
    assertThat(log.line().has("UsersCopied")).isFalse();
  }

  static Stream<StoredUser> damagedRows() {
    return DamagedUsers.of(jane());
  }

  @ParameterizedTest
  @MethodSource("damagedRows")
  void damagedRowIsLeftToReadRepair(StoredUser damaged) {
    users.put(damaged);
    JsonObject event = Events.event(FORGOT_PASSWORD);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.read(SUB)).contains(damaged);
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("already-there");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void lateEventBringsNoErasedUserBack(String name) {
    users.markErased(SUB, RecordedLog.NOW);
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.read(SUB)).isEmpty();
    assertThat(queue).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("erased");
    assertThat(log.line().get("level").getAsString()).isEqualTo("INFO");
  }

  @Test
  void changedPasswordQueuesANotice() {
    handled(Events.event(FORGOT_PASSWORD));
    assertThat(notified).hasSize(1);
    assertThat(notified.getFirst().attributes()).containsEntry("sub", SUB);
  }

  @Test
  void confirmedSignUpQueuesNoNotice() {
    handled(Events.event(CONFIRM_SIGN_UP));
    assertThat(notified).isEmpty();
  }

  @Test
  void noticeThatCannotBeQueuedIsLoggedAndTheRowIsWritten() {
    notices =
        (user, at) -> {
          throw new IllegalStateException("jane@example.com");
        };
    JsonObject event = Events.event(FORGOT_PASSWORD);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.find(SUB)).contains(jane());
    assertThat(log.line().get("code").getAsString()).isEqualTo("NOTICE_NOT_QUEUED");
    assertThat(log.line().get("MailsNotSent").getAsInt()).isOne();
    assertThat(log.lines()).allSatisfy(line -> assertThat(line).doesNotContain("jane@"));
  }

  @Test
  void unverifiedAddressIsCopiedAsUnverified() {
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
    assertThat(users.find(SUB).orElseThrow().profile()).containsOnlyKeys(ProfileAttribute.LOCALE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PostConfirmation_FromTheFuture", "CustomMessage_SignUp", ""})
  void unknownTriggerSourcePassesThrough(String source) {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    event.addProperty("triggerSource", source);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.find(SUB)).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("passed-through");
    assertThat(log.line().get("triggerSource").getAsString()).isEqualTo(source);
  }

  @ParameterizedTest
  @ValueSource(strings = {"sub", "email"})
  void missingAttributeIsLoggedAndNotAnErrorForTheUser(String attribute) {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    Events.attributes(event).remove(attribute);
    assertThat(RoundTrip.differences(event, handled(event))).isEmpty();
    assertThat(users.find(SUB)).isEmpty();
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("code").getAsString())
        .isEqualTo(attribute.equals("sub") ? "SUB_MISSING" : "EMAIL_MISSING");
  }

  @Test
  void eventWithoutAttributesIsNotAnErrorForTheUser() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    event.getAsJsonObject("request").add("userAttributes", JsonNull.INSTANCE);
    handled(event);
    assertThat(log.line().get("code").getAsString()).isEqualTo("SUB_MISSING");
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void rowThatCannotBeWrittenIsQueued(String name) {
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event, failing()))).isEmpty();
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
  void rowIsQueuedOnALinkageErrorToo() {
    handled(
        Events.event(CONFIRM_SIGN_UP),
        FailingUsers.always(() -> new NoClassDefFoundError("software/amazon/awssdk/Missing")));
    assertThat(queue).containsExactly(jane());
    assertThat(log.line().get("UserCopyDeferred").getAsInt()).isOne();
  }

  @Test
  void rowThatIsWrittenOrExistsIsNotQueued() {
    handled(Events.event(CONFIRM_SIGN_UP));
    handled(Events.event(CONFIRM_SIGN_UP));
    assertThat(queue).isEmpty();
  }

  @Test
  void failureOfTheQueueIsCountedSeparately() {
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    assertThat(
            RoundTrip.differences(
                event, handled(event, failing(), PostConfirmationHandlerTest::failToQueue)))
        .isEmpty();
    JsonObject line = log.line();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("outcome").getAsString()).isEqualTo("lost");
    assertThat(line.get("UserCopyLost").getAsInt()).isOne();
    assertThat(line.has("UserCopyDeferred")).isFalse();
    assertThat(line.get("sub").getAsString()).isEqualTo(SUB);
  }

  @Test
  void rowIsNotLostThatTheTableHasAfterAll() {
    lastAttempt = users;
    JsonObject event = Events.event(CONFIRM_SIGN_UP);
    handled(event, failing(), PostConfirmationHandlerTest::failToQueue);
    assertThat(users.find(SUB)).contains(jane());
    handled(event, failing(), PostConfirmationHandlerTest::failToQueue);
    users.delete(SUB);
    users.markErased(SUB, RecordedLog.NOW);
    handled(event, failing(), PostConfirmationHandlerTest::failToQueue);
    assertThat(log.lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("\"outcome\":\"copied\"", "\"UsersCopied\":1"),
            line -> assertThat(line).contains("\"outcome\":\"already-there\""),
            line -> assertThat(line).contains("\"outcome\":\"erased\""))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"level\":\"ERROR\"", "\"code\":\"QUEUE_FAILED\"")
                    .doesNotContain("UserCopyLost"));
  }

  private static void failToQueue(User user) {
    throw new IllegalStateException("cannot queue " + user);
  }

  @ParameterizedTest
  @ValueSource(strings = {CONFIRM_SIGN_UP, FORGOT_PASSWORD})
  void logContainsNothingOfTheUserButTheSub(String name) {
    JsonObject event = Events.event(name);
    handled(event);
    handled(event);
    handled(event, failing());
    handled(event, failing(), PostConfirmationHandlerTest::failToQueue);
    assertThat(log.lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(line).doesNotContain(Events.personal(event)));
  }

  /** Returns a table that fails as the SDK does, with a message that quotes the user. */
  private static Users failing() {
    return FailingUsers.forSub(SUB, new InMemoryUsers());
  }
}
