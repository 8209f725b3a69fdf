package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole journey with the AWS command line and its {@code --endpoint-url}. */
@OnOneMachine
class AwsCliIT {
  private static final Path AWS = Path.of("/usr/bin/aws");

  private final Machine machine;
  private final Account account;
  private final Inbox inbox;
  private final Person person = Person.anybody();

  AwsCliIT(Machine machine) {
    this.machine = machine;
    this.account = new Account(machine);
    this.inbox = new Inbox(machine);
  }

  @BeforeAll
  static void theAwsCliIsInstalled() {
    Assumptions.assumeTrue(Files.isExecutable(AWS), "needs the AWS CLI (Debian package awscli)");
  }

  private record Result(int exit, String output) {}

  private Result aws(String... words) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(
                AWS.toString(),
                "--endpoint-url",
                machine.aws().toString(),
                "--region",
                "us-east-1"));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder
        .environment()
        .putAll(
            Map.of("AWS_ACCESS_KEY_ID", "any", "AWS_SECRET_ACCESS_KEY", "any", "AWS_PAGER", ""));
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), output);
  }

  private JsonObject succeed(String... words) throws Exception {
    Result result = aws(words);
    assertThat(result.exit()).as(result.output()).isZero();
    return result.output().isBlank()
        ? new JsonObject()
        : JsonParser.parseString(result.output()).getAsJsonObject();
  }

  /** Runs an operation of Cognito on the pool's client and this person. */
  private JsonObject cognito(String operation, String... more) throws Exception {
    List<String> words =
        new ArrayList<>(List.of("cognito-idp", operation, "--client-id", account.clientId()));
    words.addAll(List.of(more));
    return succeed(words.toArray(String[]::new));
  }

  @Test
  void signsUpConfirmsAndSignsIn() throws Exception {
    String email = person.email();
    String password = person.password();
    JsonObject signedUp = cognito("sign-up", "--username", email, "--password", password);
    assertThat(signedUp.get("UserConfirmed").getAsBoolean()).isFalse();
    cognito("confirm-sign-up", "--username", email, "--confirmation-code", inbox.codeFor(person));
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
    JsonObject user = succeed("cognito-idp", "get-user", "--access-token", accessToken);
    assertThat(user.get("Username").getAsString()).isEqualTo(sub);
    assertThat(succeed("dynamodb", "scan", "--table-name", machine.about("tableName")).toString())
        .contains(sub);
  }

  @Test
  void seesTheTextsOfAws() throws Exception {
    Result refused =
        aws(
            "cognito-idp",
            "sign-up",
            "--client-id",
            account.clientId(),
            "--username",
            "jane..doe@example.com",
            "--password",
            person.password());
    assertThat(refused.exit()).isNotZero();
    assertThat(refused.output())
        .contains(
            "An error occurred (UserLambdaValidationException) when calling the SignUp operation: "
                + "PreSignUp failed with error EMAIL_INVALID: Enter a valid email address.");
  }

  @Test
  void anOperationThatIsNotThereSaysSo() throws Exception {
    Result unknown =
        aws("cognito-idp", "list-identity-providers", "--user-pool-id", account.poolId());
    assertThat(unknown.exit()).isNotZero();
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
      person.email(),
      "--subject",
      "Hello",
      "--text",
      "Hi"
    };
    Result rejected = aws(send);
    assertThat(rejected.exit()).isNotZero();
    assertThat(rejected.output())
        .contains(
            "MessageRejected",
            "Email address is not verified. The following identities failed the check in region"
                + " US-EAST-1: unverified@elsewhere.example");
    succeed("ses", "verify-email-identity", "--email-address", "newly.verified@elsewhere.example");
    send[3] = "newly.verified@elsewhere.example";
    assertThat(succeed(send).has("MessageId")).isTrue();
    assertThat(inbox.mailsTo(person)).hasSize(1);
  }
}
