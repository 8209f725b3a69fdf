package dev.gatehouse.integrationtests.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.integrationtests.clients.SignUpUser;
import dev.gatehouse.local.plan.Resource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingModeSummary;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * The requirements on an emulator in which the plan can be created: its tables, key, queues and
 * pool, and the archives that work with them. docs/emulators.md says which emulator fulfils which.
 */
@ExtendWith(DocumentedResults.class)
abstract class AwsEmulatorContract extends AwsEndpointContract {
  /** The plan in which mailboxes are claimed. */
  private static final String MAILBOXES = "one-account-per-mailbox";

  private static final String CODE = "123456";

  @Test
  @Check("the plan's tables, with their keys, on demand")
  final void tablesOfThePlanAreCreated() {
    Map<String, String> plans =
        Map.of("users", "", "mailboxes", MAILBOXES, "sent-codes", PlannedFunctions.PLAN);
    try (PlannedTables tables = new PlannedTables(emulator())) {
      plans.forEach(
          (name, plan) -> {
            String table = tables.create(plan, name);
            TableDescription described =
                tables.client().describeTable(describe -> describe.tableName(table)).table();
            Resource planned = PlannedTables.planned(plan, name);
            assertThat(described.keySchema())
                .as("the key")
                .extracting(KeySchemaElement::attributeName)
                .containsExactly(planned.input("hashKey"));
            assertThat(described.billingModeSummary())
                .as("the billing mode")
                .extracting(BillingModeSummary::billingModeAsString)
                .isEqualTo(planned.input("billingMode"));
          });
    }
  }

  @Test
  @Check("a table's time to live")
  final void tableHasTheTimeToLiveOfThePlan() {
    try (PlannedTables tables = new PlannedTables(emulator())) {
      JsonObject ttl = PlannedTables.planned(PlannedFunctions.PLAN, "sent-codes").object("ttl");
      String attribute = ttl.get("attributeName").getAsString();
      String table = tables.create(PlannedFunctions.PLAN, "sent-codes");
      tables
          .client()
          .updateTimeToLive(
              update ->
                  update
                      .tableName(table)
                      .timeToLiveSpecification(
                          live -> live.attributeName(attribute).enabled(true)));
      assertThat(
              tables
                  .client()
                  .describeTimeToLive(describe -> describe.tableName(table))
                  .timeToLiveDescription()
                  .attributeName())
          .as("the attribute")
          .isEqualTo(attribute);
    }
  }

  @Test
  @Check("a table's protection from deletion")
  final void protectedTableIsNotDeleted() {
    try (PlannedTables tables = new PlannedTables(emulator())) {
      String table = tables.createProtected("", "users");
      assertThatThrownBy(() -> tables.client().deleteTable(delete -> delete.tableName(table)))
          .as("DeleteTable is refused")
          .isInstanceOf(DynamoDbException.class);
    }
  }

  @Test
  @Check("a table's point-in-time recovery")
  final void tableHasPointInTimeRecovery() {
    try (PlannedTables tables = new PlannedTables(emulator())) {
      String table = tables.create("", "users");
      boolean planned =
          PlannedTables.planned("", "users")
              .object("pointInTimeRecovery")
              .get("enabled")
              .getAsBoolean();
      tables
          .client()
          .updateContinuousBackups(
              update ->
                  update
                      .tableName(table)
                      .pointInTimeRecoverySpecification(
                          recovery -> recovery.pointInTimeRecoveryEnabled(planned)));
      assertThat(
              tables
                  .client()
                  .describeContinuousBackups(describe -> describe.tableName(table))
                  .continuousBackupsDescription()
                  .pointInTimeRecoveryDescription()
                  .pointInTimeRecoveryStatusAsString())
          .as("the status")
          .isEqualTo("ENABLED");
    }
  }

  @Test
  @Check("the plan's KMS key, with rotation")
  final void keyOfThePlanRotates() {
    try (PlannedKey key = PlannedKey.create(emulator())) {
      assertThat(key.rotates()).as("rotation").isTrue();
    }
  }

  @Test
  @Check("the API reads the row")
  final void apiReadsTheRow() throws Exception {
    String sub = UUID.randomUUID().toString();
    try (PlannedTables tables = new PlannedTables(emulator())) {
      String table = tables.create("", "users");
      try (PlannedFunctions functions =
          PlannedFunctions.of(work, emulator().endpoint(), Map.of("USERS_TABLE", table))) {
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
        JsonObject response = functions.invoke("api", TriggerEvents.readProfile(sub));
        assertThat(response.get("statusCode").getAsInt()).as("the status").isEqualTo(200);
        JsonObject profile =
            JsonParser.parseString(response.get("body").getAsString())
                .getAsJsonObject()
                .getAsJsonObject("profile");
        assertThat(profile.get("sub").getAsString()).as("the profile").isEqualTo(sub);
      }
    }
  }

  @Test
  @Check(
      "without its table, post-confirmation defers the row to the plan's SQS queue; deferred-users"
          + " writes it")
  final void deferredRowIsDrained() throws Exception {
    String sub = UUID.randomUUID().toString();
    String table = PlannedTables.freeName("users");
    try (PlannedQueue queue = PlannedQueue.create(emulator());
        PlannedTables tables = new PlannedTables(emulator());
        PlannedFunctions functions =
            PlannedFunctions.of(
                work,
                emulator().endpoint(),
                Map.of("USERS_TABLE", table, "DEFERRED_USERS_QUEUE_URL", queue.url()))) {
      // The first call of a process may be too slow for the queue's time limit.
      for (int call = 0; call < 3 && queue.isEmpty(); call++) {
        functions.invoke("post-confirmation", TriggerEvents.postConfirmation(sub));
      }
      assertThat(queue.isEmpty()).as("the row is deferred").isFalse();
      tables.create("", "users", table);
      queue.drain(event -> functions.invoke("deferred-users", event));
      assertThat(tables.rows(table))
          .as("the row is written")
          .extracting(row -> row.get("sub"))
          .containsExactly(AttributeValue.fromS(sub));
      assertThat(queue.isEmpty()).as("the queue is empty").isTrue();
    }
  }

  @Test
  @Check("the custom email sender decrypts a code with KMS and mails it once by SES")
  final void encryptedCodeIsMailedOnce() throws Exception {
    SignUpUser user = SignUpUser.create();
    try (PlannedKey key = PlannedKey.create(emulator());
        PlannedTables tables = new PlannedTables(emulator())) {
      String table = tables.create(PlannedFunctions.PLAN, "sent-codes");
      PlannedKey.verifySender(emulator());
      try (PlannedFunctions functions =
          PlannedFunctions.of(
              work,
              emulator().endpoint(),
              Map.of("SENT_CODES_TABLE", table, "CODE_KEY_ARN", key.arn()))) {
        String event =
            TriggerEvents.customEmailSender(
                UUID.randomUUID().toString(), user.email(), key.encrypt(CODE, TriggerEvents.POOL));
        functions.invoke("custom-email-sender", event);
        functions.invoke("custom-email-sender", event);
      }
    }
    List<SentMail> mails =
        emulator().mails().stream().filter(mail -> mail.isTo(user.email())).toList();
    assertThat(mails).as("one mail").hasSize(1);
    assertThat(mails.getFirst().body()).as("the code").contains(CODE);
  }

  @Test
  @Check("reconcile writes a row for each of 121 users, three pages of ListUsers")
  final void reconcileReadsThreePages() throws Exception {
    try (PlannedPool pool = PlannedPool.create(emulator());
        PlannedTables tables = new PlannedTables(emulator())) {
      pool.addConfirmedUsers(121);
      assertThat(pool.pages(60)).as("pages").isEqualTo(3);
      String table = tables.create("", "users");
      try (PlannedFunctions functions =
          PlannedFunctions.of(
              work,
              emulator().endpoint(),
              Map.of("USERS_TABLE", table, "USER_POOL_ID", pool.id()))) {
        JsonObject first = functions.invoke("reconcile", "{}");
        assertThat(first.get("done").getAsBoolean()).as("to the end").isTrue();
        assertThat(first.get("written").getAsInt()).as("rows written").isEqualTo(121);
        assertThat(tables.rows(table)).as("rows").hasSize(121);
        JsonObject second = functions.invoke("reconcile", "{}");
        assertThat(second.get("seen").getAsInt()).as("users seen again").isEqualTo(121);
        assertThat(second.get("written").getAsInt()).as("rows written again").isZero();
      }
    }
  }
}
