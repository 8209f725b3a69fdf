package dev.gatehouse.pulumi;

import static dev.gatehouse.pulumi.plan.Recorded.input;
import static dev.gatehouse.pulumi.plan.Recorded.inputs;
import static dev.gatehouse.pulumi.plan.Recorded.output;
import static dev.gatehouse.pulumi.plan.Recorded.text;
import static dev.gatehouse.pulumi.plan.Recorded.texts;
import static dev.gatehouse.pulumi.plan.Variants.full;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

final class MadeIdentityTest {
  private static final String RECORD = "aws:route53/record:Record";
  private static final String EVENTS = "aws:ses/eventDestination:EventDestination";

  @Test
  void poolSendsAsTheIdentityOnceItIsProved() {
    JsonObject proof = full().only("aws:ses/domainIdentityVerification:DomainIdentityVerification");
    JsonObject pool = full().only("aws:cognito/userPool:UserPool");
    JsonObject mail = inputs(pool).getAsJsonObject("emailConfiguration");

    assertThat(texts(proof, "dependencies"))
        .contains(text(full().named(RECORD, "mail-proof"), "urn"));
    assertThat(text(mail, "sourceArn")).isEqualTo(output(proof, "arn"));
    assertThat(text(mail, "configurationSet")).isEqualTo("gatehouse-local-mail");
    assertThat(text(mail, "replyToEmailAddress")).isEqualTo("help@gatehouse.test");
    assertThat(texts(pool, "dependencies")).contains(text(proof, "urn"));
  }

  @Test
  void everyKeyOfDkimIsInTheZone() {
    for (String number : new String[] {"1", "2", "3"}) {
      JsonObject record = full().named(RECORD, "mail-dkim-" + number);

      assertThat(input(record, "type")).isEqualTo("CNAME");
      assertThat(input(record, "name")).endsWith("._domainkey.gatehouse.test");
      assertThat(texts(inputs(record), "records"))
          .singleElement()
          .asString()
          .endsWith(".dkim.amazonses.com");
    }
  }

  @Test
  void mailComesFromADomainBelowWithItsServerAndItsSpf() {
    assertThat(input(full().only("aws:ses/mailFrom:MailFrom"), "mailFromDomain"))
        .isEqualTo("bounce.gatehouse.test");
    assertThat(texts(inputs(full().named(RECORD, "mail-from-mx")), "records"))
        .containsExactly("10 feedback-smtp.eu-west-1.amazonses.com");
    assertThat(texts(inputs(full().named(RECORD, "mail-from-spf")), "records"))
        .containsExactly("v=spf1 include:amazonses.com ~all");
  }

  @Test
  void whatComesBackIsCountedAndTold() {
    assertThat(texts(inputs(full().named(EVENTS, "mail-counts")), "matchingTypes"))
        .contains("bounce", "complaint", "reject", "send");
    assertThat(inputs(full().named(EVENTS, "mail-failures")).get("snsDestination").toString())
        .contains("arn:aws:sns:eu-west-1:000000000000:mail");
  }
}
