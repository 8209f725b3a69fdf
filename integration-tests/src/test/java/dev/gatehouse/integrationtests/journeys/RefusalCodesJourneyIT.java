package dev.gatehouse.integrationtests.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.AwsCli;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import dev.gatehouse.integrationtests.project.Shell;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every refusal as the API's client, the AWS SDK and the AWS CLI receive it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefusalCodesJourneyIT {
  private static final String PASSWORD = "Correct-horse-9";

  private LocalEmulator emulator;

  /** Starts an emulator with stricter rules than the default of the local stack. */
  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    JsonObject rules = plan.variables("pre-sign-up");
    rules.addProperty("EMAIL_SPECIAL_USE", "reject");
    rules.addProperty("EMAIL_DENY", "not-welcome.dev");
    rules.addProperty("EMAIL_DISPOSABLE", "reject");
    rules.addProperty("EMAIL_SUBADDRESS", "reject");
    emulator = plan.start(folder);
  }

  @AfterAll
  void stop() {
    emulator.close();
  }

  static Stream<Arguments> refusals() {
    return Stream.of(
        arguments("jane..doe@welcome.dev", "EMAIL_INVALID", "Enter a valid email address"),
        arguments(
            "jäne@welcome.dev",
            "EMAIL_UNSUPPORTED",
            "Use an email address without special or accented letters"),
        arguments(
            "jane@welcome.invalid",
            "EMAIL_UNDELIVERABLE",
            "We cannot deliver mail to this address. Check the part after the @ sign"),
        arguments(
            "jane@mail.not-welcome.dev",
            "EMAIL_NOT_ALLOWED",
            "This email address cannot be used to sign up"),
        arguments(
            "jane@mailinator.com",
            "EMAIL_DISPOSABLE",
            "Temporary email addresses are not supported. Use your regular email address"),
        arguments(
            "jane+tag@welcome.dev",
            "EMAIL_SUBADDRESS",
            "Use your email address without the part after the + sign"));
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void apiReturnsCodeAndDetail(String address, String code, String sentence) {
    TextResponse refused = new ApiClient(emulator).signUp(new SignUpUser(address, PASSWORD));
    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo(code);
    assertThat(refused.json().get("detail").getAsString()).isEqualTo(sentence);
    assertThat(refused.json().get("type").getAsString()).startsWith("urn:gatehouse:problem:email-");
    assertThat(refused.body()).doesNotContain(address);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void awsSdkReceivesCognitosText(String address, String code, String sentence) {
    assertThat(new AwsAccount(emulator).refusal(new SignUpUser(address, PASSWORD)))
        .isEqualTo(text(code, sentence));
  }

  @ExtendWith(AwsCli.Installed.class)
  @ParameterizedTest
  @MethodSource("refusals")
  void awsCliReceivesCognitosText(String address, String code, String sentence) throws Exception {
    Shell.Result refused =
        new AwsCli(emulator.aws())
            .run(
                "cognito-idp",
                "sign-up",
                "--client-id",
                new AwsAccount(emulator).clientId(),
                "--username",
                address,
                "--password",
                PASSWORD);
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output())
        .contains(
            "An error occurred (UserLambdaValidationException) when calling the SignUp operation: "
                + text(code, sentence));
  }

  @Test
  void addressThatNoRuleRefusesSignsUp() {
    SignUpUser welcome = SignUpUser.at("welcome.dev");
    TextResponse created = new ApiClient(emulator).signUp(welcome);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    assertThat(new Inbox(emulator).mailsTo(welcome)).hasSize(1);
  }

  /** Returns Cognito's text for a refusal; Cognito adds the full stop. */
  private static String text(String code, String sentence) {
    return "PreSignUp failed with error " + code + ": " + sentence + ".";
  }
}
