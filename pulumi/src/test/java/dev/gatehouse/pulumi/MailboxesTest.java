package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.Recorded.PLAN;
import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Variants.variant;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.pulumi.plan.Recorded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MailboxesTest {
  private static final String TABLE = "aws:dynamodb/table:Table";

  @Test
  void claimsAreKeptOnlyWhereAMailboxMayHaveOneAccount() {
    assertThat(PLAN.ofType(TABLE)).extracting(it -> text(it, "name")).containsExactly("users");
    assertThat(PLAN.text()).doesNotContain("MAILBOXES_TABLE");
    assertThat(variant("unique").named(TABLE, "mailboxes").get("protect").getAsBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "pre-sign-up,       dynamodb:GetItem",
    "post-confirmation, dynamodb:PutItem",
    "deferred-users,    dynamodb:PutItem",
    "reconcile,         dynamodb:PutItem"
  })
  void functionsThatClaimOrLookUpKnowTheTableAndMayDoNoMore(String name, String action) {
    Recorded unique = variant("unique");

    assertThat(text(unique.variables(name), "MAILBOXES_TABLE"))
        .isEqualTo("gatehouse-local-mailboxes");
    assertThat(text(unique.variables(name), "EMAIL_SUBADDRESS")).isEqualTo("unique");
    assertThat(text(unique.variables(name), "EMAIL_SEPARATORS")).isEqualTo("+=#");
    assertThat(input(unique.named("aws:iam/rolePolicy:RolePolicy", name + "-mailboxes"), "policy"))
        .contains("\"Action\":\"" + action + "\"")
        .contains(":table/gatehouse-local-mailboxes\"");
    assertThat(input(unique.function(name), "code"))
        .matches(".*/gatehouse-triggers-(data|reconcile)-arm64\\.zip");
  }
}
