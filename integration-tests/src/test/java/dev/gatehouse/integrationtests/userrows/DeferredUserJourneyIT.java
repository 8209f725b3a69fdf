package dev.gatehouse.integrationtests.userrows;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.ApiClient;
import dev.gatehouse.integrationtests.clients.AwsAccount;
import dev.gatehouse.integrationtests.clients.EmulatorClock;
import dev.gatehouse.integrationtests.clients.FaultSwitch;
import dev.gatehouse.integrationtests.clients.FunctionInvoker;
import dev.gatehouse.integrationtests.clients.Inbox;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.integrationtests.clients.TextResponse;
import dev.gatehouse.integrationtests.emulator.LocalEmulator;
import dev.gatehouse.integrationtests.emulator.ModifiedPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A confirmation whose write to the table is denied: the row reaches it through the queue. */
@SuppressWarnings("try") // what a switch is closed for
class DeferredUserJourneyIT {
  private static final Duration TIME_LIMIT = Duration.ofSeconds(30);

  private static final String TABLE_REFUSES =
      "{'service': 'dynamodb', 'operation': 'TransactWriteItems', 'effect': 'error',"
          + " 'error': 'AccessDenied'}";

  @TempDir static Path folder = Path.of("");

  private static LocalEmulator emulator;
  private static SqsClient sqs;
  private static AwsAccount account;

  @BeforeAll
  static void startWithShortRetries() throws IOException {
    ModifiedPlan plan = ModifiedPlan.copy();
    shortenRetries(plan);
    emulator = plan.start(folder);
    account = new AwsAccount(emulator);
    sqs = AwsAccount.client(SqsClient.builder(), emulator.aws());
  }

  @AfterAll
  static void stop() {
    emulator.close();
  }

  @AfterEach
  void emptyQueues() {
    for (String suffix : List.of("", "-dead-letters", "-refused")) {
      sqs.purgeQueue(purge -> purge.queueUrl(queue(suffix)));
    }
  }

  /** Shortens the time until a message reaches the dead-letter queue. */
  private static void shortenRetries(ModifiedPlan plan) {
    plan.inputs("aws:lambda/function:Function", "deferred-users").addProperty("timeout", 4);
    plan.variables("deferred-users").addProperty("DEFERRED_USERS_MAX_RECEIVES", "2");
    JsonObject queue = plan.inputs("aws:sqs/queue:Queue", "deferred-users");
    queue.addProperty("visibilityTimeoutSeconds", 4);
    JsonObject redrive =
        JsonParser.parseString(queue.get("redrivePolicy").getAsString()).getAsJsonObject();
    redrive.addProperty("maxReceiveCount", 2);
    queue.addProperty("redrivePolicy", redrive.toString());
  }

  private static String queue(String suffix) {
    return sqs.getQueueUrl(get -> get.queueName("gatehouse-local-deferred-users" + suffix))
        .queueUrl();
  }

  /** Reads the row until it is there, for a limited time. */
  private static Map<String, AttributeValue> awaitRow(String sub) throws InterruptedException {
    Instant end = Instant.now().plus(TIME_LIMIT);
    Map<String, AttributeValue> row = account.row(sub);
    while (row.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      row = account.row(sub);
    }
    return row;
  }

  @Test
  void userIsConfirmedAndTheRowComesThroughTheQueue() throws Exception {
    ApiClient client = new ApiClient(emulator);
    SignUpUser user = SignUpUser.create();
    TextResponse created = client.signUp(user);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    String code = new Inbox(emulator).codeFor(user);
    try (FaultSwitch denied =
        FaultSwitch.on(
            emulator,
            "{'service': 'dynamodb', 'operation': 'TransactWriteItems', 'effect': 'error',"
                + " 'error': 'AccessDenied', 'times': 1}")) {
      TextResponse validated = client.validate(user, code);
      assertThat(validated.status()).as(validated.body()).isEqualTo(200);
    }
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(awaitRow(sub))
        .containsEntry("email", AttributeValue.fromS(user.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("userPoolId", AttributeValue.fromS(account.poolId()))
        .containsEntry("version", AttributeValue.fromN("1"));
  }

  @Test
  void malformedMessageIsRefusedAndDelaysNoOther() throws Exception {
    String sub = UUID.randomUUID().toString();
    sqs.sendMessageBatch(
        send ->
            send.queueUrl(queue(""))
                .entries(
                    List.of(entry("never", "{\"sub\": \"of no user\"}"), entry("good", row(sub)))));
    assertThat(awaitRow(sub)).containsEntry("sub", AttributeValue.fromS(sub));
    List<Message> dead =
        sqs.receiveMessage(receive -> receive.queueUrl(queue("-refused")).waitTimeSeconds(20))
            .messages();
    assertThat(dead).extracting(Message::body).containsExactly("{\"sub\": \"of no user\"}");
    assertThat(
            sqs.getQueueAttributes(
                    get ->
                        get.queueUrl(queue(""))
                            .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
  }

  /** The clock moves the queue's time only; functions have the computer's. */
  @Test
  @Tag("extended")
  void rowComesBackFromTheDeadLetterQueueOnceTheTableWorksAndOnlyOnce() throws Exception {
    String sub = UUID.randomUUID().toString();
    // Longer than any key of DynamoDB.
    String never = row("x".repeat(3000));
    sqs.sendMessage(send -> send.queueUrl(queue("")).messageBody(never));
    try (FaultSwitch denied = FaultSwitch.on(emulator, TABLE_REFUSES)) {
      sqs.sendMessage(send -> send.queueUrl(queue("")).messageBody(row(sub)));
      awaitMessages("-dead-letters", 2);
      assertThat(account.row(sub)).isEmpty();
    }
    EmulatorClock.forward(emulator, Duration.ofHours(2));
    reconcile();
    assertThat(awaitRow(sub)).containsEntry("sub", AttributeValue.fromS(sub));
    awaitMessages("-refused", 1);
    assertThat(count("-dead-letters")).as("the row that the table never takes").isZero();
  }

  /** Moves the clock until a queue has messages: each attempt is later than the one before. */
  private static void awaitMessages(String suffix, int many) throws Exception {
    Instant end = Instant.now().plus(TIME_LIMIT);
    while (count(suffix) < many && Instant.now().isBefore(end)) {
      EmulatorClock.forward(emulator, Duration.ofMinutes(1));
      Thread.sleep(500);
    }
    assertThat(count(suffix)).as(suffix).isEqualTo(many);
  }

  private static int count(String suffix) {
    return Integer.parseInt(
        sqs.getQueueAttributes(
                get ->
                    get.queueUrl(queue(suffix))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
            .attributes()
            .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
  }

  private static void reconcile() throws IOException, InterruptedException {
    JsonObject result = new FunctionInvoker(emulator).invoke("reconcile", new JsonObject());
    assertThat(result.get("done").getAsBoolean()).as(result.toString()).isTrue();
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static String row(String sub) {
    return """
    {"sub":"%s","email":"jane@example.com","emailVerified":true,"createdAt":"2026-01-02T03:04:05.678Z",
     "confirmedAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.678Z",
     "userName":"%s","userPoolId":"us-east-1_EXAMPLE","version":1,"deferredAt":"%s"}
    """
        .formatted(sub, sub, Instant.now());
  }
}
