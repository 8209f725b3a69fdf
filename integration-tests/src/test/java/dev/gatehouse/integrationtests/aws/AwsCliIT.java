package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.AwsCli;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.WithLocalEmulator;
import dev.gatehouse.integrationtests.project.Shell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole journey with the AWS CLI and its {@code --endpoint-url}. */
@WithLocalEmulator
@ExtendWith(AwsCli.Installed.class)
@Tag("extended")
class AwsCliIT {
  private final LocalEmulator emulator;
  private final AwsCli cli;
  private final AwsAccount account;
  private final Inbox inbox;
  private final SignUpUser user = SignUpUser.create();

  AwsCliIT(LocalEmulator emulator) {
    this.emulator = emulator;
    this.cli = new AwsCli(emulator.aws());
    this.account = new AwsAccount(emulator);
    this.inbox = new Inbox(emulator);
  }

  private JsonObject succeed(String... words) throws Exception {
    Shell.Result result = cli.run(words);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output().isBlank()
        ? new JsonObject()
        : JsonParser.parseString(result.output()).getAsJsonObject();
  }

  /** Runs a Cognito operation with the pool's client id. */
  private JsonObject cognito(String operation, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("cognito-idp", operation, "--client-id", account.clientId()));
    words.addAll(List.of(more));
    return succeed(words.toArray(String[]::new));
  }

  @Test
  void signsUpConfirmsAndSignsIn() throws Exception {
    String email = user.email();
    String password = user.password();
    JsonObject signedUp = cognito("sign-up", "--username", email, "--password", password);
    assertThat(signedUp.get("UserConfirmed").getAsBoolean()).isFalse();
    cognito("confirm-sign-up", "--username", email, "--confirmation-code", inbox.codeFor(user));
    String credentials = "USERNAME=" + email + ",PASSWORD=" + password;
    String accessToken =
        cognito(
                "initiate-auth",
                "--auth-flow",
                "USER_PASSWORD_AUTH",
                "--auth-parameters",
                credentials)
            .getAsJsonObject("AuthenticationResult")
            .get("AccessToken")
            .getAsString();
    String sub = signedUp.get("UserSub").getAsString();
    JsonObject attributes = succeed("cognito-idp", "get-user", "--access-token", accessToken);
    assertThat(attributes.get("Username").getAsString()).isEqualTo(sub);
    assertThat(succeed("dynamodb", "scan", "--table-name", emulator.info("tableName")).toString())
        .contains(sub);
  }

  @Test
  void refusalHasTheTextOfAws() throws Exception {
    Shell.Result refused =
        cli.run(
            "cognito-idp",
            "sign-up",
            "--client-id",
            account.clientId(),
            "--username",
            "jane..doe@example.com",
            "--password",
            user.password());
    assertThat(refused.exitCode()).isNotZero();
    assertThat(refused.output())
        .contains(
            "An error occurred (UserLambdaValidationException) when calling the SignUp operation: "
                + "PreSignUp failed with error EMAIL_INVALID: Enter a valid email address.");
  }

  @Test
  void unknownOperationIsNamedInTheError() throws Exception {
    Shell.Result unknown =
        cli.run("cognito-idp", "list-identity-providers", "--user-pool-id", account.poolId());
    assertThat(unknown.exitCode()).isNotZero();
    assertThat(unknown.output()).contains("UnknownOperationException", "ListIdentityProviders");
  }

  @Test
  void sendsMailOnlyFromAVerifiedSender() throws Exception {
    String[] send = {
      "ses",
      "send-email",
      "--from",
      "unverified@elsewhere.example",
      "--to",
      user.email(),
      "--subject",
      "Hello",
      "--text",
      "Hi"
    };
    Shell.Result rejected = cli.run(send);
    assertThat(rejected.exitCode()).isNotZero();
    assertThat(rejected.output())
        .contains(
            "MessageRejected",
            "Email address is not verified. The following identities failed the check in region"
                + " US-EAST-1: unverified@elsewhere.example");
    succeed("ses", "verify-email-identity", "--email-address", "newly.verified@elsewhere.example");
    send[3] = "newly.verified@elsewhere.example";
    assertThat(succeed(send).has("MessageId")).isTrue();
    assertThat(inbox.mailsTo(user)).hasSize(1);
  }
}
