package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.cognitoidentityprovider.model.MessageActionType;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A pass of reconcile over ten pages of users, with a second for each run. */
@Tag("extended")
@SuppressWarnings("try") // what a switch is closed for
class ReconcileRunsIT {
  private static final int PAGES = 10;
  private static final int PAGE_SIZE = 60;
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  /** Each page takes longer than a run may begin another one. */
  private static final String SLOW_PAGES =
      "{'service': 'cognito-idp', 'operation': 'ListUsers', 'effect': 'delay', 'delayMillis': 1100}";

  @TempDir static Path folder = Path.of("");

  private static LocalEmulator emulator;
  private static AwsAccount account;
  private static DynamoDbClient dynamoDb;

  @BeforeAll
  static void startWithShortRuns() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    plan.inputs("aws:lambda/function:Function", "reconcile").addProperty("timeout", 17);
    plan.inputs("aws:cognito/userPool:UserPool", "user-pool").remove("lambdaConfig");
    emulator = plan.start(folder);
    account = new AwsAccount(emulator);
    dynamoDb = AwsAccount.client(DynamoDbClient.builder(), emulator.aws());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @Test
  void everybodyIsReachedThoughOneRunIsKilledAndOneTokenHasExpired() throws Exception {
    List<String> users =
        IntStream.range(0, PAGES * PAGE_SIZE).parallel().mapToObj(ReconcileRunsIT::create).toList();
    List<JsonObject> runs = new ArrayList<>();
    try (FaultSwitch slow = FaultSwitch.on(emulator, SLOW_PAGES)) {
      runs.add(run(true));
      runs.add(run(false));
    }
    kill();
    endLease();
    try (FaultSwitch slow = FaultSwitch.on(emulator, SLOW_PAGES)) {
      runs.add(run(false));
      forwardClock("PT61M");
      JsonObject expired = run(false);
      assertThat(expired.get("listedAgain").getAsBoolean()).as(expired.toString()).isTrue();
      while (!runs.getLast().get("done").getAsBoolean()) {
        runs.add(run(false));
        assertThat(runs).hasSizeLessThan(60);
      }
    }
    assertThat(runs).hasSizeGreaterThanOrEqualTo(PAGES);
    assertThat(users).allSatisfy(sub -> assertThat(account.row(sub)).isNotEmpty());
    assertThat(run(false).get("seen").getAsLong()).as("the pass is over").isZero();
  }

  private static String create(int number) {
    String address = "user-" + number + "@example.com";
    String sub =
        account
            .cognito()
            .adminCreateUser(
                create ->
                    create
                        .userPoolId(account.poolId())
                        .username(address)
                        .messageAction(MessageActionType.SUPPRESS))
            .user()
            .username();
    account
        .cognito()
        .adminSetUserPassword(
            set ->
                set.userPoolId(account.poolId())
                    .username(address)
                    .password("Correct-horse-9")
                    .permanent(true));
    return sub;
  }

  private static JsonObject run(boolean begin) throws IOException, InterruptedException {
    JsonObject event = new JsonObject();
    event.addProperty("begin", begin);
    return new FunctionInvoker(emulator).invoke("reconcile", event);
  }

  /** Kills a run soon after its start, with or without the lease. */
  private static void kill() throws IOException, InterruptedException {
    URI function =
        emulator
            .aws()
            .resolve("/2015-03-31/functions/" + emulator.function("reconcile") + "/invocations");
    try (FaultSwitch killed =
        FaultSwitch.on(
            emulator, "{'function': 'reconcile', 'effect': 'kill', 'times': 1}", SLOW_PAGES)) {
      HttpResponse<String> response =
          HTTP.send(
              HttpRequest.newBuilder(function)
                  .POST(BodyPublishers.ofString("{\"begin\":false}"))
                  .build(),
              BodyHandlers.ofString());
      assertThat(response.headers().firstValue("X-Amz-Function-Error")).isPresent();
    }
  }

  /** Lets the minute of a killed run's lease pass: functions have the computer's clock. */
  private static void endLease() {
    dynamoDb.updateItem(
        update ->
            update
                .tableName(emulator.info("tableName"))
                .key(Map.of("sub", AttributeValue.fromS("reconcile#pass")))
                .updateExpression("SET leaseUntil = :past")
                .expressionAttributeValues(Map.of(":past", AttributeValue.fromN("0"))));
  }

  private static void forwardClock(String duration) throws IOException, InterruptedException {
    HTTP.send(
        HttpRequest.newBuilder(emulator.aws().resolve("/_gatehouse/clock"))
            .PUT(BodyPublishers.ofString("{\"forward\":\"" + duration + "\"}"))
            .build(),
        BodyHandlers.discarding());
  }
}
