package dev.gatehouse.triggers.presignup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.gatehouse.emailrules.EmailRules;
import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.lambda.testing.Events;
import dev.gatehouse.lambda.testing.RecordedLog;
import dev.gatehouse.lambda.testing.RoundTrip;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PreSignUpHandlerTest {
  private static final String SIGN_UP = "pre-sign-up/sign-up";
  private static final String ADMIN_CREATE_USER = "pre-sign-up/admin-create-user";
  private static final String EXTERNAL_PROVIDER = "pre-sign-up/external-provider";
  private static final Map<String, String> EMPTY_ALLOWLIST = Map.of("EMAIL_ALLOWLIST", "reject");
  private static final String NOT_ALLOWED =
      "EMAIL_NOT_ALLOWED: This email address cannot be used to sign up";
  private static final String INTERNAL =
      "INTERNAL: Sign-up is not available right now. Try again later";

  private final RecordedLog log = new RecordedLog();

  private JsonObject handled(JsonObject event, Map<String, String> environment) {
    return RoundTrip.through(handler(environment), event);
  }

  /** The fixtures use example.com, which the special-use rule refuses. */
  private PreSignUpHandler handler(Map<String, String> environment) {
    Map<String, String> settings = new HashMap<>(Map.of("EMAIL_SPECIAL_USE", "off"));
    settings.putAll(environment);
    return handler(settings, RecordedLog.CLOCK);
  }

  private PreSignUpHandler handler(Map<String, String> settings, Clock clock) {
    return new PreSignUpHandler(new FunctionSettings(settings), log.of("pre-sign-up"), clock);
  }

  private void refused(JsonObject event, Map<String, String> environment, String message) {
    assertThatExceptionOfType(SignUpRefused.class)
        .isThrownBy(() -> handled(event, environment))
        .withMessage(message)
        .withNoCause();
  }

  private static JsonObject signUpOf(String email) {
    JsonObject event = Events.event(SIGN_UP);
    Events.attributes(event).addProperty("email", email);
    return event;
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGN_UP, ADMIN_CREATE_USER, EXTERNAL_PROVIDER})
  void everyFieldOfTheEventIsReturned(String name) {
    JsonObject event = Events.event(name);
    assertThat(RoundTrip.differences(event, handled(event, Map.of()))).isEmpty();
    assertThat(log.line().get("outcome").getAsString()).isEqualTo("allowed");
  }

  @Test
  void allowedUserIsNeitherConfirmedNorVerified() {
    JsonObject back = handled(Events.event(SIGN_UP), Map.of("EMAIL_ALLOW", "example.com"));
    JsonObject response = back.getAsJsonObject("response");
    for (String flag : List.of("autoConfirmUser", "autoVerifyEmail", "autoVerifyPhone")) {
      assertThat(response.get(flag).getAsBoolean()).isFalse();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGN_UP, EXTERNAL_PROVIDER})
  void listsApplyToEverySignUp(String name) {
    refused(Events.event(name), EMPTY_ALLOWLIST, NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PreSignUp_FromTheFuture", "presignup_admincreateuser", ""})
  void unknownTriggerSourceGetsEveryRule(String source) {
    JsonObject event = Events.event(ADMIN_CREATE_USER);
    event.addProperty("triggerSource", source);
    refused(event, EMPTY_ALLOWLIST, NOT_ALLOWED);
  }

  @Test
  void listsDoNotApplyToAdministrators() {
    assertThatCode(() -> handled(Events.event(ADMIN_CREATE_USER), EMPTY_ALLOWLIST))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGN_UP, EXTERNAL_PROVIDER})
  void otherAppClientsAreRefusedBesideAListOfThem(String name) {
    refused(
        Events.event(name),
        Map.of("SIGN_UP_CLIENT_IDS", "2another,3third"),
        "CLIENT_NOT_ALLOWED: This app cannot be used to sign up");
    assertThat(log.line().get("code").getAsString()).isEqualTo("CLIENT_NOT_ALLOWED");
    assertThat(log.line().get("SignUpsRefused").getAsInt()).isEqualTo(1);
  }

  @Test
  void listedAppClientAndAdministratorsMaySignUsersUp() {
    Map<String, String> listed = Map.of("SIGN_UP_CLIENT_IDS", "2another, 1example23456789");

    assertThatCode(() -> handled(Events.event(SIGN_UP), listed)).doesNotThrowAnyException();
    assertThatCode(
            () ->
                handled(Events.event(ADMIN_CREATE_USER), Map.of("SIGN_UP_CLIENT_IDS", "2another")))
        .doesNotThrowAnyException();
  }

  @Test
  void eventWithoutAnAppClientIsRefusedBesideAList() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("callerContext").remove("clientId");
    refused(
        event,
        Map.of("SIGN_UP_CLIENT_IDS", "1example23456789"),
        "CLIENT_NOT_ALLOWED: This app cannot be used to sign up");
  }

  @Test
  void malformedListOfAppClientsIsReported() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> handler(Map.of("SIGN_UP_CLIENT_IDS", "a b")))
        .withMessageStartingWith("SIGN_UP_CLIENT_IDS");
  }

  @Test
  void administratorsAddressMustBeWellFormed() {
    JsonObject event = Events.event(ADMIN_CREATE_USER);
    Events.attributes(event).addProperty("email", "foo@example");
    refused(event, Map.of(), "EMAIL_INVALID: Enter a valid email address");
  }

  @Test
  void missingAddressIsRefusedAsRequired() {
    JsonObject event = Events.event(EXTERNAL_PROVIDER);
    Events.attributes(event).remove("email");
    refused(event, Map.of(), "EMAIL_REQUIRED: Enter an email address");
  }

  @Test
  void eventWithoutAttributesIsRefusedAsRequired() {
    JsonObject event = Events.event(SIGN_UP);
    event.getAsJsonObject("request").add("userAttributes", JsonNull.INSTANCE);
    refused(event, Map.of(), "EMAIL_REQUIRED: Enter an email address");
  }

  @Test
  void addressOf128OctetsIsAllowedAndALongerOneRefused() {
    String longest = "a".repeat(64) + "@" + "b".repeat(59) + ".com";
    assertThat(longest).hasSize(128);
    assertThatCode(() -> handled(signUpOf(longest), Map.of())).doesNotThrowAnyException();
    refused(
        signUpOf(longest.replace(".com", ".info")),
        Map.of(),
        "EMAIL_INVALID: Enter a valid email address");
  }

  @Test
  void addressIsTakenFromTheAttributeNotFromTheUserName() {
    JsonObject event = signUpOf("jane@example.com");
    event.addProperty("userName", "not an address");
    assertThatCode(() -> handled(event, Map.of())).doesNotThrowAnyException();
  }

  @Test
  void clientMetadataChangesNoRule() {
    JsonObject event = Events.event(SIGN_UP);
    JsonObject claims = new JsonObject();
    claims.addProperty("email", "boss@allowed.com");
    claims.addProperty("EMAIL_ALLOWLIST", "off");
    event.getAsJsonObject("request").add("clientMetadata", claims);
    event.getAsJsonObject("request").add("validationData", claims);
    refused(event, Map.of("EMAIL_ALLOWLIST", "reject", "EMAIL_ALLOW", "allowed.com"), NOT_ALLOWED);
  }

  @Test
  void failureIsLoggedAndNotShownToTheClient() {
    JsonObject event = Events.event(SIGN_UP);
    event.add("request", JsonNull.INSTANCE);
    refused(event, Map.of(), INTERNAL);
    JsonObject line = log.line();
    assertThat(line.get("level").getAsString()).isEqualTo("ERROR");
    assertThat(line.get("code").getAsString()).isEqualTo("INTERNAL");
    assertThat(line.get("failure").getAsString()).isEqualTo("java.lang.NullPointerException");
  }

  @Test
  void refusalIsCountedByItsCode() {
    refused(Events.event(SIGN_UP), Map.of("EMAIL_DENY", "example.com"), NOT_ALLOWED);
    JsonObject line = log.line();
    assertThat(line.get("level").getAsString()).isEqualTo("INFO");
    assertThat(line.get("outcome").getAsString()).isEqualTo("refused");
    assertThat(line.get("code").getAsString()).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(line.get("rule").getAsString()).isEqualTo("deny");
    assertThat(line.get("SignUpsRefused").getAsInt()).isOne();
    assertThat(line.toString()).contains("\"Dimensions\":[[],[\"code\"],[\"rule\"]]");
  }

  @Test
  void ruleSetToLogCountsAndAllows() {
    JsonObject event = signUpOf("info+news@mailinator.com");
    handled(
        event, Map.of("EMAIL_DISPOSABLE", "log", "EMAIL_ROLE", "log", "EMAIL_SUBADDRESS", "log"));
    assertThat(log.lines()).hasSize(4);
    assertThat(log.lines().subList(0, 3))
        .allSatisfy(
            line ->
                assertThat(line)
                    .contains("\"would-be-refused\"", "[\"rule\"]", "\"SignUpsWouldBeRefused\":1"));
    assertThat(log.lines().get(0)).contains("\"rule\":\"disposable\"");
    assertThat(log.lines().get(1)).contains("\"rule\":\"role\"");
    assertThat(log.lines().get(2)).contains("\"rule\":\"subaddress\"");
    assertThat(log.lines().get(3)).contains("\"allowed\"").doesNotContain("SignUpsWouldBeRefused");
    assertThat(log.lines()).noneMatch(line -> line.contains("mailinator"));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 400})
  void allowedSignUpRecordsTheAgeOfTheDisposableList(int days) {
    LocalDate listed = EmailRules.of(Map.of()).disposableListDate().orElseThrow();
    Clock later =
        Clock.fixed(listed.plusDays(days).atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
    RoundTrip.through(handler(Map.of("EMAIL_SPECIAL_USE", "off"), later), Events.event(SIGN_UP));
    assertThat(log.line().get("DisposableListAge").getAsInt()).isEqualTo(days);
    assertThat(log.lines().getFirst()).contains("\"Dimensions\":[[]]");
  }

  @Test
  void ageOfTheListIsRecordedNeitherForARefusalNorWithoutTheRule() {
    refused(Events.event(SIGN_UP), EMPTY_ALLOWLIST, NOT_ALLOWED);
    handled(Events.event(SIGN_UP), Map.of("EMAIL_DISPOSABLE", "off"));
    assertThat(log.lines()).noneMatch(line -> line.contains("DisposableListAge"));
  }

  @ParameterizedTest
  @ValueSource(strings = {SIGN_UP, ADMIN_CREATE_USER, EXTERNAL_PROVIDER})
  void logContainsNothingOfTheUser(String name) {
    JsonObject event = Events.event(name);
    handled(event, Map.of());
    List<String> personal = Events.personal(event);
    Events.attributes(event).addProperty("email", "no address of mine");
    refused(event, Map.of(), "EMAIL_INVALID: Enter a valid email address");
    personal.addAll(Events.personal(event));
    assertThat(log.lines())
        .hasSize(2)
        .allSatisfy(line -> assertThat(line).doesNotContain(personal));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>x</b>@example.com", "secret@denied.com", "x y@example.com"})
  void refusalRepeatsNothingOfTheAddress(String email) {
    assertThatExceptionOfType(SignUpRefused.class)
        .isThrownBy(() -> handled(signUpOf(email), Map.of("EMAIL_DENY", "denied.com")))
        .satisfies(refusal -> assertThat(refusal.getMessage()).doesNotContain("<", "secret", "x "))
        .satisfies(refusal -> assertThat(refusal.getStackTrace()).isEmpty());
  }

  @Test
  void malformedSettingStopsTheFunctionAtItsStart() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> handler(Map.of("EMAIL_DENY", "a.com, nonsense")))
        .withMessageStartingWith("EMAIL_DENY entry 2");
  }

  @Test
  void settingThatNeedsTheMailboxLookupStopsTheFunctionAtItsStart() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> handler(Map.of("EMAIL_ONE_ACCOUNT_PER_MAILBOX", "true")))
        .withMessageContaining("PreSignUpMailboxLookupHandler");
  }

  @Test
  void emptyAllowListIsLoggedAtTheStart() {
    assertThat(handler(EMPTY_ALLOWLIST)).isNotNull();
    assertThat(log.line().get("level").getAsString()).isEqualTo("ERROR");
    assertThat(log.line().get("code").getAsString()).isEqualTo("ALLOW_LIST_EMPTY");
  }
}
