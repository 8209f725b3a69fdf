package dev.gatehouse.local.cognito;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.functions.Invocation;
import dev.gatehouse.local.functions.Invocation.Answered;
import dev.gatehouse.local.functions.Invocation.Denied;
import dev.gatehouse.local.functions.Invocation.Failed;
import dev.gatehouse.local.functions.Invocation.GivenUp;
import dev.gatehouse.local.functions.Invocation.NotFound;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class TriggerErrorTest {
  private static final String PATTERN =
      "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*\\{####\\}[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s*]*";
  private final TestCognito cognito = new TestCognito();

  /** What a trigger does that Lambda reports. */
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new Failed("Registration from this domain is not allowed.", "{}"),
            "UserLambdaValidationException",
            "%s failed with error Registration from this domain is not allowed.."),
        Arguments.of(
            new Failed("2024-09-17T20:31:07.019Z 1 Task timed out after 3.01 seconds", "{}"),
            "UserLambdaValidationException",
            "%s failed with error 2024-09-17T20:31:07.019Z 1 Task timed out after 3.01 seconds."),
        Arguments.of(
            new Failed(null, "{}"), "UserLambdaValidationException", "%s failed with error null."),
        Arguments.of(
            new Denied(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error AccessDeniedException."),
        Arguments.of(
            new NotFound(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error ResourceNotFoundException."),
        Arguments.of(
            new GivenUp(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error Socket timeout while invoking Lambda function."));
  }

  /** What a trigger answers that is no event. */
  static Stream<Arguments> oddAnswers() {
    return Stream.of(
        Arguments.of(
            new Answered("\"done\""),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Answered("{\"request\""),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Answered("null"),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Answered("{\"statusCode\":200}"),
            "InvalidLambdaResponseException",
            "Unrecognizable lambda output"));
  }

  @ParameterizedTest
  @MethodSource({"failures", "oddAnswers"})
  void everyTriggerSurfacesAsOnAws(Invocation answer, String type, String message) {
    for (String trigger : new String[] {"PostConfirmation", "CustomMessage", "PreSignUp"}) {
      TestCognito fresh = new TestCognito();
      fresh.lambda.on(function(trigger), answer);
      Reply reply = fresh.signUp(EMAIL);
      if (trigger.equals("PostConfirmation")) {
        reply = fresh.confirm(EMAIL, fresh.mail.code());
      }
      assertThat(reply.status()).isEqualTo(400);
      assertThat(reply.type()).isEqualTo(type);
      assertThat(reply.message()).isEqualTo(message.formatted(trigger));
    }
  }

  @Test
  void slowFunctionIsAskedThreeTimes() {
    cognito.lambda.on("pre-sign-up", new GivenUp());
    cognito.signUp(EMAIL);

    assertThat(cognito.lambda.calls).hasSize(3);
    assertThat(cognito.lambda.calls.stream().map(ScriptedLambda.Call::event).distinct()).hasSize(1);
  }

  @Test
  void failedFunctionIsAskedOnce() {
    cognito.lambda.on("pre-sign-up", new Failed("no", "{}"));
    cognito.signUp(EMAIL);

    assertThat(cognito.lambda.calls).hasSize(1);
  }

  @Test
  void postConfirmationMayDropItsEmptyResponse() {
    cognito.lambda.answer("post-confirmation", event -> without(event, "response"));
    cognito.signUp(EMAIL);

    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).status()).isEqualTo(200);
  }

  @Test
  void otherTriggersMayNotDropTheirResponse() {
    cognito.lambda.answer("pre-sign-up", event -> without(event, "response"));

    assertThat(cognito.signUp(EMAIL).message()).isEqualTo("Unrecognizable lambda output");
  }

  @Test
  void droppedNullsAreNotMissed() {
    cognito.lambda.answer(
        "custom-message", event -> JsonParser.parseString(event.toString()).getAsJsonObject());
    cognito.lambda.change(
        "pre-sign-up", response -> response.keySet().forEach(key -> response.add(key, null)));

    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  static Stream<Arguments> words() {
    String broken =
        "1 validation error detected: Value '%s' at '%s' failed to satisfy constraint: ";
    String regex = "Member must satisfy regular expression pattern: ";
    String subject = "[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\s]+";
    String long20001 = "{####}" + "x".repeat(19_995);
    return Stream.of(
        Arguments.of("emailMessage", "", "The message is empty."),
        Arguments.of(
            "emailMessage",
            "<p>no code</p>",
            broken.formatted("<p>no code</p>", "emailBody") + regex + PATTERN),
        Arguments.of(
            "emailMessage",
            "{####}\u200b",
            broken.formatted("{####}\u200b", "emailBody") + regex + PATTERN),
        Arguments.of(
            "emailMessage",
            long20001,
            broken.formatted(long20001, "emailBody")
                + "Member must have length less than or equal to 20000"),
        Arguments.of(
            "emailSubject",
            "a\u0000b",
            broken.formatted("a\u0000b", "emailSubject") + regex + subject),
        Arguments.of(
            "emailSubject",
            "x".repeat(141),
            broken.formatted("x".repeat(141), "emailSubject")
                + "Member must have length less than or equal to 140"));
  }

  @ParameterizedTest
  @MethodSource("words")
  void wordsThatNoMailCanHaveAreRefused(String field, String value, String message) {
    cognito.lambda.change("custom-message", response -> response.addProperty(field, value));
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message()).isEqualTo(message);
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void longestMessageAndEmojiAreFine() {
    cognito.lambda.change(
        "custom-message",
        response ->
            response.addProperty("emailMessage", "\ud83c\udf89\n{####}" + "x".repeat(19_992)));

    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"pre-sign-up, autoConfirmUser", "custom-message, emailMessage"})
  void wrongTypeInTheResponseIsNotRecognised(String function, String field) {
    cognito.lambda.change(function, response -> response.addProperty(field, 1));

    assertThat(cognito.signUp(EMAIL).message()).isEqualTo("Unrecognizable lambda output");
  }

  @Test
  void addressThatIsNotThereCannotBeVerified() {
    cognito.lambda.change("pre-sign-up", response -> response.addProperty("autoVerifyPhone", true));
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.type()).isEqualTo("InvalidLambdaResponseException");
    assertThat(reply.message())
        .isEqualTo("PreSignUp set autoVerifyPhone, but the user has no phone_number.");
  }

  private static JsonObject without(JsonObject event, String field) {
    event.remove(field);
    return event;
  }

  private static String function(String trigger) {
    return switch (trigger) {
      case "PreSignUp" -> "pre-sign-up";
      case "CustomMessage" -> "custom-message";
      default -> "post-confirmation";
    };
  }
}
