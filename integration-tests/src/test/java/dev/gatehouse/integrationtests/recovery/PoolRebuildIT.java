package dev.gatehouse.integrationtests.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.project.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.DeletionProtectionType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.GroupType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.UserNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * The pool is deleted and rebuilt from its export and the users table, as docs/recovery.md says.
 * The second emulator has the data of the first, and a plan with another pool, as the deployment
 * after the deletion makes it.
 */
@Tag("extended")
class PoolRebuildIT {
  private static final String NEW_POOL = "us-east-1_rebuilt00";
  private static final String NEW_PASSWORD = "Another-horse-9";

  @TempDir Path folder = Path.of("");

  private final SignUpUser member = SignUpUser.create();
  private final SignUpUser other = SignUpUser.create();
  private final SignUpUser late = SignUpUser.create();
  private final SignUpUser erased = SignUpUser.create();
  private final SignUpUser waiting = SignUpUser.create();
  private final Map<SignUpUser, String> subs = new LinkedHashMap<>();
  private final Map<SignUpUser, Map<String, AttributeValue>> rows = new LinkedHashMap<>();

  @Test
  void everybodyButTheErasedAndTheUnconfirmedComesBackWithTheirRow() throws Exception {
    String python = RebuildCommand.findPython();
    String pool;
    try (LocalEmulator emulator = start(Repository.plan("pictures"))) {
      pool = emulator.info("userPoolId");
      exportAndLose(emulator);
    }
    Path plan = folder.resolve("rebuilt.json");
    Files.writeString(plan, Files.readString(Repository.plan("pictures")).replace(pool, NEW_POOL));
    try (LocalEmulator emulator = start(plan)) {
      rebuild(emulator, python);
      for (SignUpUser user : List.of(member, other, late)) {
        returns(emulator, user);
      }
      AwsAccount account = new AwsAccount(emulator);
      assertThat(groups(account)).containsExactly("exported");
      for (SignUpUser gone : List.of(erased, waiting)) {
        assertThatThrownBy(
                () ->
                    account
                        .cognito()
                        .adminGetUser(get -> get.userPoolId(NEW_POOL).username(gone.email())))
            .isInstanceOf(UserNotFoundException.class);
      }
      exportIsUsedOnceMoreAfterAnErasure(emulator, python);
    }
  }

  private LocalEmulator start(Path plan) {
    return LocalEmulator.start(
        "--plan", plan.toString(), "--data", folder.resolve("data").toString());
  }

  private void exportAndLose(LocalEmulator emulator) throws IOException, InterruptedException {
    ApiClient api = new ApiClient(emulator);
    AwsAccount account = new AwsAccount(emulator);
    signUp(emulator, waiting);
    for (SignUpUser user : List.of(member, other, erased)) {
      signUp(emulator, user);
      confirm(emulator, user);
    }
    account.addToGroup(member, "exported");
    JsonObject begin = new JsonObject();
    begin.addProperty("begin", true);
    JsonObject export = new FunctionInvoker(emulator).invoke("pool-export", begin);
    assertThat(export.get("done").getAsBoolean()).as(export.toString()).isTrue();
    assertThat(export.get("users").getAsInt()).isEqualTo(4);

    String token = account.signIn(member).accessToken();
    assertThat(api.changeProfile(token, "{\"familyName\":\"Doe, Jane\"}").status()).isEqualTo(200);
    assertThat(api.deleteUser(account.signIn(erased).accessToken()).status()).isEqualTo(204);
    signUp(emulator, late);
    confirm(emulator, late);
    for (SignUpUser user : List.of(member, other, late)) {
      rows.put(user, account.row(sub(user)));
    }
    account
        .cognito()
        .updateUserPool(
            update ->
                update
                    .userPoolId(account.poolId())
                    .deletionProtection(DeletionProtectionType.INACTIVE));
    account.cognito().deleteUserPool(delete -> delete.userPoolId(account.poolId()));
  }

  private String sub(SignUpUser user) {
    return subs.getOrDefault(user, "");
  }

  private void signUp(LocalEmulator emulator, SignUpUser user) {
    TextResponse created = new ApiClient(emulator).signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    subs.put(user, created.json().getAsJsonObject("user").get("UserSub").getAsString());
  }

  private static void confirm(LocalEmulator emulator, SignUpUser user) {
    String code = new Inbox(emulator).codeFor(user);
    assertThat(new ApiClient(emulator).validate(user, code).status()).isEqualTo(200);
  }

  /** Runs the three steps; files of two users each stand for the quota of a job. */
  private void rebuild(LocalEmulator emulator, String python)
      throws IOException, InterruptedException {
    Path log = folder.resolve("rebuild.log");
    RebuildCommand command = new RebuildCommand(python, emulator.aws(), log);
    List<String> files = List.of("--pool", NEW_POOL, "--dir", folder.resolve("files").toString());
    List<String> table = List.of("--table", emulator.info("tableName"));
    JsonObject made =
        command.run("csv", files, table, List.of("--bucket", bucket(emulator), "--rows", "2"));
    assertThat(made.get("users").getAsInt()).as(made.toString()).isEqualTo(3);
    assertThat(made.get("files").getAsInt()).isEqualTo(2);
    assertThat(made.get("erased").getAsInt()).isOne();
    assertThat(made.get("unconfirmed").getAsInt()).isOne();
    assertThat(Files.readString(log)).contains("unconfirmed\t" + sub(waiting));

    String role = "arn:aws:iam::000000000000:role/import";
    JsonObject imported = command.run("import", files, List.of("--wait", "0.1", "--role", role));
    assertThat(imported.get("ImportedUsers").getAsInt()).as(imported.toString()).isEqualTo(3);
    assertThat(imported.get("members").getAsInt()).isOne();
    assertThat(command.run("rows", files, table).get("moved").getAsInt()).isEqualTo(3);
    assertThat(command.run("rows", files, table).get("moved").getAsInt()).as("repeated").isZero();
  }

  /** The export is of the former pool: it has the user by a sub that no longer exists. */
  private void exportIsUsedOnceMoreAfterAnErasure(LocalEmulator emulator, String python)
      throws IOException, InterruptedException {
    String token =
        new AwsAccount(emulator).signIn(new SignUpUser(other.email(), NEW_PASSWORD)).accessToken();
    assertThat(new ApiClient(emulator).deleteUser(token).status()).isEqualTo(204);
    Path again = folder.resolve("again");
    JsonObject made =
        new RebuildCommand(python, emulator.aws(), folder.resolve("again.log"))
            .run(
                "csv",
                List.of("--pool", NEW_POOL, "--dir", again.toString()),
                List.of("--table", emulator.info("tableName"), "--bucket", bucket(emulator)));
    assertThat(made.get("users").getAsInt()).as(made.toString()).isEqualTo(2);
    assertThat(made.get("erased").getAsInt()).as("before the rebuild, and since").isEqualTo(2);
    assertThat(made.get("unverified").getAsInt()).as("counted twice").isZero();
    assertThat(Files.readString(again.resolve("users-001.csv")))
        .contains(member.email(), late.email(), "Doe\\, Jane")
        .doesNotContain(other.email(), erased.email());
  }

  private static String bucket(LocalEmulator emulator) {
    try (S3Client s3 = AwsAccount.client(S3Client.builder().forcePathStyle(true), emulator.aws())) {
      return s3.listBuckets().buckets().stream()
          .map(each -> each.name())
          .filter(name -> name.startsWith("pool-exports"))
          .findFirst()
          .orElseThrow();
    }
  }

  /** Sets a new password by mail, signs in, and finds the profile as it was. */
  private void returns(LocalEmulator emulator, SignUpUser user) {
    AwsAccount account = new AwsAccount(emulator);
    Inbox inbox = new Inbox(emulator);
    int mails = inbox.mailsTo(user).size();
    account
        .cognito()
        .forgotPassword(ask -> ask.clientId(account.clientId()).username(user.email()));
    String code = Inbox.code(inbox.awaitMail(user, mails + 1));
    account
        .cognito()
        .confirmForgotPassword(
            set ->
                set.clientId(account.clientId())
                    .username(user.email())
                    .confirmationCode(code)
                    .password(NEW_PASSWORD));
    String token = account.signIn(new SignUpUser(user.email(), NEW_PASSWORD)).accessToken();
    String newSub = account.attributes(token).getOrDefault("sub", "");
    Map<String, AttributeValue> before = rows.getOrDefault(user, Map.of());
    Map<String, AttributeValue> after = account.row(newSub);

    assertThat(newSub).isNotEqualTo(sub(user));
    assertThat(new ApiClient(emulator).profile(token).status()).isEqualTo(200);
    assertThat(after).containsEntry("userId", AttributeValue.fromS(sub(user)));
    for (String kept : List.of("email", "createdAt", "confirmedAt")) {
      assertThat(after)
          .as(kept)
          .containsEntry(kept, before.getOrDefault(kept, AttributeValue.fromNul(true)));
    }
    assertThat(after.get("familyName")).isEqualTo(before.get("familyName"));
    assertThat(account.attributes(token).get("family_name"))
        .isEqualTo(before.containsKey("familyName") ? "Doe, Jane" : null);
    assertThat(account.row(sub(user))).as("the row of the former sub").isEmpty();
  }

  private List<String> groups(AwsAccount account) {
    return account
        .cognito()
        .adminListGroupsForUser(list -> list.userPoolId(NEW_POOL).username(member.email()))
        .groups()
        .stream()
        .map(GroupType::groupName)
        .toList();
  }
}
