package dev.gatehouse.pulumi.mail;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import dev.gatehouse.pulumi.settings.LocalStackConfig;
import dev.gatehouse.pulumi.settings.SettingInvalid;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class IdentityConflictsTest {
  private static final String ARN = "arn:aws:ses:us-east-1:000000000000:identity/gatehouse.test";
  private static final StackSettings MANAGED =
      LOCAL
          .with("gatehouse:emailAddressArn", "")
          .with("gatehouse:sesDomain", "gatehouse.test")
          .with("aws:region", "eu-west-1");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "_gatehouse-eu-west-1.gatehouse.test TXT | stack=gatehouse-prod; dmarc=off | belongs to the"
            + " stack gatehouse-prod, whose destroy would take it: pulumi config rm sesDomain, then"
            + " pulumi config set emailAddressArn arn:aws:ses:eu-west-1:",
        "bounce.gatehouse.test MX | 10 feedback-smtp.us-east-1.amazonses.com | is bounce, but the"
            + " MX of bounce.gatehouse.test is 10 feedback-smtp.us-east-1.amazonses.com: pulumi"
            + " config set sesMailFrom bounce-eu-west-1",
        "_dmarc.gatehouse.test TXT | v=DMARC1; p=reject; rua=mailto:d@example.com | is none, but"
            + " _dmarc.gatehouse.test has a record already: pulumi config set sesDmarc off"
      })
  void recordOfAnotherIsRefused(String record, String value, String sentence) {
    assertThatThrownBy(() -> conflicts(MANAGED, Map.of(record, List.of(value))).refuse())
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith("gatehouse:ses")
        .hasMessageContaining(sentence);
  }

  @Test
  void recordsOfTheStackItselfAreAccepted() {
    Map<String, List<String>> own =
        Map.of(
            "_gatehouse-eu-west-1.gatehouse.test TXT",
                List.of("stack=gatehouse-local; dmarc=quarantine"),
            "_gatehouse-us-east-1.gatehouse.test TXT", List.of("stack=gatehouse-prod; dmarc=off"),
            "bounce.gatehouse.test MX", List.of("10 feedback-smtp.eu-west-1.amazonses.com"),
            "_dmarc.gatehouse.test TXT", List.of("v=DMARC1; p=quarantine"));

    assertThatCode(conflicts(MANAGED, own)::refuse).doesNotThrowAnyException();
  }

  @Test
  void everythingThatTheStackOfAnotherRegionHasIsSaidAtOnce() {
    Map<String, List<String>> first =
        Map.of(
            "_gatehouse-us-east-1.gatehouse.test TXT", List.of("stack=gatehouse-prod; dmarc=none"),
            "bounce.gatehouse.test MX", List.of("10 feedback-smtp.us-east-1.amazonses.com"),
            "_dmarc.gatehouse.test TXT", List.of("v=DMARC1; p=none"));

    assertThatThrownBy(conflicts(MANAGED, first)::refuse)
        .hasMessageContaining("config set sesMailFrom bounce-eu-west-1\n")
        .hasMessageContaining("config set sesDmarc off");
  }

  @Test
  void otherMailFromNameAndNoDmarcAreTheWaysOut() {
    StackSettings secondRegion =
        MANAGED.with("gatehouse:sesMailFrom", "bounce-eu-west-1").with("gatehouse:sesDmarc", "off");
    Map<String, List<String>> first =
        Map.of(
            "bounce.gatehouse.test MX", List.of("10 feedback-smtp.us-east-1.amazonses.com"),
            "_dmarc.gatehouse.test TXT", List.of("v=DMARC1; p=reject; sp=none"));

    assertThatCode(conflicts(secondRegion, first)::refuse).doesNotThrowAnyException();
  }

  @Test
  void identityOfAnotherAccountIsRefused() {
    assertThatCode(() -> IdentityConflicts.refuseOtherAccount(ARN, "000000000000"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> IdentityConflicts.refuseOtherAccount(ARN, "111122223333"))
        .hasMessage(
            "gatehouse:sesIdentityPolicy is true, but must be false, since the identity is in"
                + " account 000000000000 and the stack in 111122223333: pulumi config set"
                + " sesIdentityPolicy false");
  }

  private static IdentityConflicts conflicts(
      StackSettings settings, Map<String, List<String>> existing) {
    return new IdentityConflicts(new SesRecords(LocalStackConfig.config(settings)), existing);
  }
}
