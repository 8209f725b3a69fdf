package dev.gatehouse.local.cognito.triggers;

import static dev.gatehouse.local.cognito.TestCognito.EMAIL;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.local.cognito.FakeLambda;
import dev.gatehouse.local.cognito.TestCognito;
import dev.gatehouse.local.cognito.TestCognito.Reply;
import dev.gatehouse.local.lambda.invoke.InvocationResult;
import dev.gatehouse.local.lambda.invoke.InvocationResult.AccessDenied;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Failed;
import dev.gatehouse.local.lambda.invoke.InvocationResult.NotFound;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Succeeded;
import dev.gatehouse.local.lambda.invoke.InvocationResult.Throttled;
import dev.gatehouse.local.lambda.invoke.InvocationResult.TimedOut;
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

  /** Failed invocations. */
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
            new AccessDenied(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error AccessDeniedException."),
        Arguments.of(
            new NotFound(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error ResourceNotFoundException."),
        Arguments.of(
            new TimedOut(),
            "UnexpectedLambdaException",
            "%s invocation failed due to error Socket timeout while invoking Lambda function."),
        Arguments.of(
            new Throttled("ConcurrentInvocationLimitExceeded"),
            "UnexpectedLambdaException",
            "%s invocation failed due to error TooManyRequestsException."));
  }

  /** Invalid responses. */
  static Stream<Arguments> oddAnswers() {
    return Stream.of(
        Arguments.of(
            new Succeeded("\"done\""),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Succeeded("{\"request\""),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Succeeded("null"),
            "InvalidLambdaResponseException",
            "Invalid lambda function output : Invalid JSON"),
        Arguments.of(
            new Succeeded("{\"statusCode\":200}"),
            "InvalidLambdaResponseException",
            "Unrecognizable lambda output"));
  }

  @ParameterizedTest
  @MethodSource({"failures", "oddAnswers"})
  void failedTriggerHasAwsError(InvocationResult answer, String type, String message) {
    for (String trigger : new String[] {"PostConfirmation", "CustomMessage", "PreSignUp"}) {
      TestCognito fresh = new TestCognito();
      fresh.lambda.respond(function(trigger), answer);
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
  void slowFunctionIsInvokedThreeTimes() {
    cognito.lambda.respond("pre-sign-up", new TimedOut());
    cognito.signUp(EMAIL);

    assertThat(cognito.lambda.invocations).hasSize(3);
    assertThat(
            cognito.lambda.invocations.stream()
                .map(FakeLambda.RecordedInvocation::event)
                .distinct())
        .hasSize(1);
  }

  @Test
  void failedFunctionIsInvokedOnce() {
    cognito.lambda.respond("pre-sign-up", new Failed("no", "{}"));
    cognito.signUp(EMAIL);

    assertThat(cognito.lambda.invocations).hasSize(1);
  }

  @Test
  void postConfirmationMayOmitItsResponse() {
    cognito.lambda.changeEvent("post-confirmation", event -> without(event, "response"));
    cognito.signUp(EMAIL);

    assertThat(cognito.confirm(EMAIL, cognito.mail.code()).status()).isEqualTo(200);
  }

  @Test
  void otherTriggersMustReturnTheirResponse() {
    cognito.lambda.changeEvent("pre-sign-up", event -> without(event, "response"));

    assertThat(cognito.signUp(EMAIL).message()).isEqualTo("Unrecognizable lambda output");
  }

  @Test
  void nullMembersMayBeOmitted() {
    cognito.lambda.changeEvent(
        "custom-message", event -> JsonParser.parseString(event.toString()).getAsJsonObject());
    cognito.lambda.changeResponse(
        "pre-sign-up", response -> response.keySet().forEach(key -> response.add(key, null)));

    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  static Stream<Arguments> invalidMessages() {
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
  @MethodSource("invalidMessages")
  void invalidMessageIsRejected(String field, String value, String message) {
    cognito.lambda.changeResponse("custom-message", response -> response.addProperty(field, value));
    Reply reply = cognito.signUp(EMAIL);

    assertThat(reply.type()).isEqualTo("InvalidParameterException");
    assertThat(reply.message()).isEqualTo(message);
    assertThat(cognito.mail.mails).isEmpty();
  }

  @Test
  void longestMessageAndEmojiAreValid() {
    cognito.lambda.changeResponse(
        "custom-message",
        response ->
            response.addProperty("emailMessage", "\ud83c\udf89\n{####}" + "x".repeat(19_992)));

    assertThat(cognito.signUp(EMAIL).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"pre-sign-up, autoConfirmUser", "custom-message, emailMessage"})
  void wrongTypeInTheResponseIsRejected(String function, String field) {
    cognito.lambda.changeResponse(function, response -> response.addProperty(field, 1));

    assertThat(cognito.signUp(EMAIL).message()).isEqualTo("Unrecognizable lambda output");
  }

  @Test
  void missingEmailCannotBeAutoVerified() {
    cognito.lambda.changeResponse(
        "pre-sign-up", response -> response.addProperty("autoVerifyPhone", true));
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
