package dev.gatehouse.pulumi.mail;

import static dev.gatehouse.pulumi.plan.PlanVariants.full;
import static dev.gatehouse.pulumi.plan.RecordedPlan.input;
import static dev.gatehouse.pulumi.plan.RecordedPlan.inputs;
import static dev.gatehouse.pulumi.plan.RecordedPlan.output;
import static dev.gatehouse.pulumi.plan.RecordedPlan.text;
import static dev.gatehouse.pulumi.plan.RecordedPlan.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class ManagedSesIdentityTest {
  private static final String RECORD = "aws:route53/record:Record";

  @Test
  void poolDependsOnTheVerificationOfTheIdentity() {
    JsonObject verification =
        full().only("aws:ses/domainIdentityVerification:DomainIdentityVerification");
    JsonObject pool = full().only("aws:cognito/userPool:UserPool");
    JsonObject mail = inputs(pool).getAsJsonObject("emailConfiguration");

    assertThat(texts(verification, "dependencies"))
        .contains(
            text(full().named(RECORD, "ses-identity-dkim-1"), "urn"),
            text(full().named(RECORD, "ses-identity-dkim-3"), "urn"));
    assertThat(full().ofType(RECORD)).noneMatch(it -> input(it, "name").startsWith("_amazonses."));
    assertThat(text(mail, "sourceArn")).isEqualTo(output(verification, "arn"));
    assertThat(text(mail, "replyToEmailAddress")).isEqualTo("help@gatehouse.test");
    assertThat(texts(pool, "dependencies")).contains(text(verification, "urn"));
  }

  @Test
  void everyDkimKeyHasARecord() {
    for (String number : new String[] {"1", "2", "3"}) {
      JsonObject record = full().named(RECORD, "ses-identity-dkim-" + number);

      assertThat(input(record, "type")).isEqualTo("CNAME");
      assertThat(input(record, "name")).endsWith("._domainkey.gatehouse.test");
      assertThat(texts(inputs(record), "records"))
          .singleElement()
          .asString()
          .endsWith(".dkim.amazonses.com");
    }
  }

  @Test
  void mailFromDomainHasMxAndSpfRecords() {
    assertThat(input(full().only("aws:ses/mailFrom:MailFrom"), "mailFromDomain"))
        .isEqualTo("bounce.gatehouse.test");
    assertThat(texts(inputs(full().named(RECORD, "ses-identity-mail-from-mx")), "records"))
        .containsExactly("10 feedback-smtp.eu-west-1.amazonses.com");
    assertThat(texts(inputs(full().named(RECORD, "ses-identity-mail-from-spf")), "records"))
        .containsExactly("v=spf1 include:amazonses.com ~all");
  }

  @Test
  void domainHasADmarcRecord() {
    JsonObject record = full().named(RECORD, "ses-identity-dmarc");

    assertThat(input(record, "name")).isEqualTo("_dmarc.gatehouse.test");
    assertThat(input(record, "type")).isEqualTo("TXT");
    assertThat(texts(inputs(record), "records")).containsExactly("v=DMARC1; p=none");
  }

  @Test
  void identityFollowsTheRecordThatSaysWhichStackHasIt() {
    JsonObject owner = full().named(RECORD, "ses-identity-owner");

    assertThat(input(owner, "name")).isEqualTo("_gatehouse-eu-west-1.gatehouse.test");
    assertThat(texts(inputs(owner), "records"))
        .containsExactly("stack=gatehouse-local; dmarc=none");
    assertThat(inputs(owner).has("allowOverwrite")).isFalse();
    assertThat(texts(full().only("aws:ses/domainIdentity:DomainIdentity"), "dependencies"))
        .containsExactly(text(owner, "urn"));
  }
}
