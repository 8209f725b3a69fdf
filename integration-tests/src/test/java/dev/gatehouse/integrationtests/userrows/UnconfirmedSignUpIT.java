package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.NotAuthorizedException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.PasswordResetRequiredException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserStatusType;

/** Addresses that a stranger signs up for first, and accounts that nobody confirms. */
@Tag("extended")
@SuppressWarnings("try") // what a switch is closed for
class UnconfirmedSignUpIT {
  @TempDir static Path folder = Path.of("");

  private static LocalEmulator emulator;
  private static AwsAccount account;
  private static ApiClient api;
  private static Inbox inbox;

  private final SignUpUser stranger = SignUpUser.create();
  private final SignUpUser owner = new SignUpUser(stranger.email(), "Owner-of-it-7");

  @BeforeAll
  static void start() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copyOf("one-account-per-mailbox");
    // Functions have the computer's clock, which no test moves.
    plan.variables("reconcile").addProperty("REMOVE_UNCONFIRMED_AFTER", "PT0.001S");
    JsonObject policy = plan.inputs("aws:iam/rolePolicy:RolePolicy", "reconcile-user-pool");
    policy.addProperty(
        "policy",
        policy
            .get("policy")
            .getAsString()
            .replace(
                "\"cognito-idp:AdminGet",
                "\"cognito-idp:AdminDeleteUser\",\"cognito-idp:AdminGet"));
    emulator = plan.start(folder);
    account = new AwsAccount(emulator);
    api = new ApiClient(emulator);
    inbox = new Inbox(emulator);
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  private static TextResponse ok(TextResponse response, int status) {
    assertThat(response.status()).as(response.body()).isEqualTo(status);
    return response;
  }

  @Test
  void secondSignUpKeepsTheFirstPasswordAndTheOwnerSetsANewOneByMail() {
    ok(api.signUp(stranger), 202);
    ok(api.signUp(owner), 409);
    TextResponse confirmed = ok(api.validate(owner, inbox.codeFor(owner)), 200);
    assertThat(confirmed.json().get("status").getAsString()).isEqualTo("PasswordResetRequired");

    assertThatThrownBy(() -> account.signIn(stranger))
        .as("the stranger's password")
        .isInstanceOfAny(PasswordResetRequiredException.class, NotAuthorizedException.class);
    inbox.awaitMail(owner, 2);
    String code = inbox.codeFor(owner);
    account
        .cognito()
        .confirmForgotPassword(
            confirm ->
                confirm
                    .clientId(account.clientId())
                    .username(owner.email())
                    .confirmationCode(code)
                    .password(owner.password()));
    assertThat(account.signIn(owner).accessToken()).isNotBlank();
    assertThatThrownBy(() -> account.signIn(stranger)).isInstanceOf(NotAuthorizedException.class);
  }

  @Test
  void resetThatFailsIsCompletedByTheSameRequest() {
    ok(api.signUp(stranger), 202);
    ok(api.signUp(owner), 409);
    String code = inbox.codeFor(owner);
    try (FaultSwitch failing =
        FaultSwitch.on(
            emulator,
            "{'service': 'cognito-idp', 'operation': 'AdminResetUserPassword', 'effect': 'error',"
                + " 'error': 'AccessDenied', 'times': 1}")) {
      assertThat(api.validate(owner, code).status()).isGreaterThanOrEqualTo(500);
    }
    assertThat(ok(api.validate(owner, code), 200).body()).contains("PasswordResetRequired");
    ok(api.validate(owner, code), 409);
  }

  @Test
  void nobodyIsConfirmedWhileTheTableCannotSay() {
    ok(api.signUp(stranger), 202);
    ok(api.signUp(owner), 409);
    String code = inbox.codeFor(owner);
    try (FaultSwitch failing =
        FaultSwitch.on(
            emulator,
            "{'service': 'dynamodb', 'operation': 'GetItem', 'effect': 'error', 'error':"
                + " 'AccessDenied'}")) {
      assertThat(api.validate(owner, code).status()).isGreaterThanOrEqualTo(500);
    }
    assertThat(status(owner)).isEqualTo(UserStatusType.UNCONFIRMED);
  }

  @Test
  void oneSignUpIsConfirmedAsBefore() {
    ok(api.signUp(stranger), 202);
    assertThat(ok(api.validate(stranger, inbox.codeFor(stranger)), 200).body())
        .contains("\"Confirmed\"");
    assertThat(account.signIn(stranger).accessToken()).isNotBlank();
  }

  @Test
  void accountThatNobodyConfirmsIsRemovedAndTheAddressIsFree() throws Exception {
    SignUpUser confirmed = SignUpUser.create();
    ok(api.signUp(confirmed), 202);
    ok(api.validate(confirmed, inbox.codeFor(confirmed)), 200);
    ok(api.signUp(stranger), 202);
    JsonObject result = new FunctionInvoker(emulator).invoke("reconcile", new JsonObject());
    assertThat(result.get("unconfirmedRemoved").getAsLong()).isPositive();
    assertThatThrownBy(() -> status(stranger)).isInstanceOf(UserNotFoundException.class);
    ok(api.signUp(owner), 202);
    assertThat(status(confirmed)).isEqualTo(UserStatusType.CONFIRMED);
  }

  @Test
  void botsAreRemovedAndWhoIsThrottledAmongThemIsConfirmed() throws Exception {
    SignUpUser person = SignUpUser.create();
    List<SignUpUser> bots = Stream.generate(SignUpUser::create).limit(5).toList();
    bots.forEach(bot -> ok(api.signUp(bot), 202));
    try (FaultSwitch limit =
        FaultSwitch.on(
            emulator,
            "{'service': 'api', 'operation': '/user', 'effect': 'error', 'error': 'throttling'}")) {
      assertThat(ok(api.signUp(person), 429).headers().firstValue("Retry-After")).isPresent();
    }
    ok(api.signUp(person), 202);
    ok(api.validate(person, inbox.codeFor(person)), 200);
    JsonObject result = new FunctionInvoker(emulator).invoke("reconcile", new JsonObject());
    assertThat(result.get("unconfirmedRemoved").getAsLong()).isGreaterThanOrEqualTo(bots.size());
    for (SignUpUser bot : bots) {
      assertThatThrownBy(() -> status(bot)).isInstanceOf(UserNotFoundException.class);
    }
    assertThat(status(person)).isEqualTo(UserStatusType.CONFIRMED);
    assertThat(api.profile(account.signIn(person).accessToken()).status()).isEqualTo(200);
  }

  private static UserStatusType status(SignUpUser user) {
    return account
        .cognito()
        .adminGetUser(get -> get.userPoolId(account.poolId()).username(user.email()))
        .userStatus();
  }
}
