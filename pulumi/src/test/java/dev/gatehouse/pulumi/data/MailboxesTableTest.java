package dev.gatehouse.pulumi.data;

import static dev.gatehouse.pulumi.plan.PlanVariants.variant;
import static dev.gatehouse.pulumi.plan.RecordedPlan.PLAN;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.pulumi.plan.RecordedPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxesTableTest {
  private static final String TABLE = "aws:dynamodb/table:Table";

  @Test
  void everyStackHasTheTableAndOnlyErasuresUseItWithoutOneAccountPerMailbox() {
    JsonObject table = PLAN.named(TABLE, "mailboxes");

    assertThat(table).isEqualTo(variant("one-account-per-mailbox").named(TABLE, "mailboxes"));
    assertThat(table.get("protect").getAsBoolean()).isTrue();
    assertThat(PLAN.ofType("aws:iam/rolePolicy:RolePolicy"))
        .extracting(policy -> policy.get("name").getAsString())
        .filteredOn(name -> name.endsWith("-mailboxes"))
        .containsExactlyInAnyOrder("api-mailboxes", "erase-mailboxes");
    assertThat(input(PLAN.named("aws:iam/rolePolicy:RolePolicy", "api-mailboxes"), "policy"))
        .contains("\"Action\":\"dynamodb:DeleteItem\"");
    assertThat(text(PLAN.variables("api"), "MAILBOXES_TABLE"))
        .isEqualTo(text(PLAN.variables("erase"), "MAILBOXES_TABLE"))
        .isEqualTo("gatehouse-local-mailboxes");
  }

  @ParameterizedTest
  @CsvSource({
    "pre-sign-up,       dynamodb:GetItem",
    "post-confirmation, dynamodb:PutItem",
    "deferred-users,    dynamodb:PutItem",
    "reconcile,         dynamodb:PutItem"
  })
  void functionsThatClaimOrLookUpMailboxesHaveOnePermission(String name, String action) {
    RecordedPlan unique = variant("one-account-per-mailbox");

    assertThat(text(unique.variables(name), "MAILBOXES_TABLE"))
        .isEqualTo("gatehouse-local-mailboxes");
    assertThat(text(unique.variables(name), "EMAIL_ONE_ACCOUNT_PER_MAILBOX")).isEqualTo("true");
    assertThat(input(unique.named("aws:iam/rolePolicy:RolePolicy", name + "-mailboxes"), "policy"))
        .contains("\"Action\":\"" + action + "\"")
        .contains(":table/gatehouse-local-mailboxes\"");
  }

  @Test
  void preSignUpHasTheArchiveWithTheMailboxLookup() {
    JsonObject function = variant("one-account-per-mailbox").function("pre-sign-up");

    assertThat(input(function, "name")).isEqualTo("gatehouse-local-pre-sign-up");
    assertThat(input(function, "handler"))
        .isEqualTo("dev.gatehouse.triggers.presignup.mailboxlookup.PreSignUpMailboxLookupHandler");
    assertThat(input(function, "code"))
        .isEqualTo(
            "triggers/pre-sign-up-mailbox-lookup/target/"
                + "gatehouse-pre-sign-up-mailbox-lookup-arm64.zip");
  }
}
