package dev.gatehouse.integrationtests;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

/** A confirmed user is not lost when the table is: post confirmation looks for one that is gone. */
class DeferredCopyJourneyIT {
  private static final Duration SHORTLY = Duration.ofSeconds(30);

  @TempDir static Path folder = Path.of("");

  private static Machine machine;
  private static SqsClient sqs;
  private static Account account;

  @BeforeAll
  static void startWithoutTheTableOfPostConfirmation() throws IOException {
    AlteredPlan plan = AlteredPlan.copy();
    plan.variables("post-confirmation").addProperty("USERS_TABLE", "not-there");
    hurry(plan);
    machine = plan.start(folder);
    account = new Account(machine);
    sqs = Account.client(SqsClient.builder(), machine.aws());
  }

  @AfterAll
  static void stop() {
    machine.close();
  }

  /** Lets a message be laid aside within seconds rather than minutes. */
  private static void hurry(AlteredPlan plan) {
    plan.inputs("aws:lambda/function:Function", "deferred-users").addProperty("timeout", 4);
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

  /** Asks for the row again and again, at most for a while: nobody else reads it meanwhile. */
  private static Map<String, AttributeValue> rowShortly(String sub) throws InterruptedException {
    Instant end = Instant.now().plus(SHORTLY);
    Map<String, AttributeValue> row = account.row(sub);
    while (row.isEmpty() && Instant.now().isBefore(end)) {
      Thread.sleep(100);
      row = account.row(sub);
    }
    return row;
  }

  @Test
  void personIsConfirmedAndTheRowComesThroughTheQueue() throws Exception {
    SignUpClient client = new SignUpClient(machine);
    Person person = Person.anybody();
    Answer created = client.signUp(person);
    assertThat(created.status()).as(created.body()).isEqualTo(202);
    Answer validated = client.validate(person, new Inbox(machine).codeFor(person));
    assertThat(validated.status()).as(validated.body()).isEqualTo(200);
    String sub = created.json().getAsJsonObject("user").get("UserSub").getAsString();
    assertThat(rowShortly(sub))
        .containsEntry("email", AttributeValue.fromS(person.email()))
        .containsEntry("emailVerified", AttributeValue.fromBool(true))
        .containsEntry("userPoolId", AttributeValue.fromS(account.poolId()))
        .containsEntry("version", AttributeValue.fromN("1"));
  }

  @Test
  void messageThatCanNeverBeWrittenIsLaidAsideAndHoldsUpNobody() throws Exception {
    String sub = UUID.randomUUID().toString();
    sqs.sendMessageBatch(send ->
        send.queueUrl(queue(""))
            .entries(List.of(entry("never", "{\"sub\": \"of nobody\"}"), entry("good", row(sub)))));
    assertThat(rowShortly(sub)).containsEntry("sub", AttributeValue.fromS(sub));
    List<Message> aside =
        sqs.receiveMessage(receive -> receive.queueUrl(queue("-dead")).waitTimeSeconds(20))
            .messages();
    assertThat(aside).extracting(Message::body).containsExactly("{\"sub\": \"of nobody\"}");
    assertThat(
            sqs.getQueueAttributes(get ->
                    get.queueUrl(queue(""))
                        .attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes())
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "0");
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static String row(String sub) {
    return """
    {"sub":"%s","email":"jane@example.com","emailVerified":true,"createdAt":"2026-01-02T03:04:05.678Z",
     "confirmedAt":"2026-01-02T03:04:05.678Z","updatedAt":"2026-01-02T03:04:05.678Z",
     "userName":"%s","userPoolId":"us-east-1_EXAMPLE","version":1}
    """
        .formatted(sub, sub);
  }
}
