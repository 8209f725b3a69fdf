package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import org.junit.jupiter.api.Test;

final class MissingSettingsTest {
  private static final StackSettings FRESH =
      LOCAL.with("gatehouse:domainName", "").with("gatehouse:emailAddressArn", "");

  @Test
  void everythingThatAFreshStackLacksIsSaidAtOnceWithEachWayOut() {
    assertThatThrownBy(() -> config(FRESH))
        .isInstanceOf(SettingInvalid.class)
        .hasMessage(
            """
            gatehouse:domainName is not set: pulumi config set domainName api.example.com, or pulumi \
            config set customDomain false
            gatehouse:emailAddressArn is not set: pulumi config set emailAddressArn \
            arn:aws:ses:us-east-1:123456789012:identity/example.com, or pulumi config set sesDomain \
            example.com\
            """);
  }

  @Test
  void alarmsOfAProtectedStackNeedADestinationAndAreSaidWithTheOthers() {
    StackSettings silent = FRESH.with("gatehouse:alarmEmail", "");

    assertThatThrownBy(() -> config(silent))
        .hasMessageContaining("gatehouse:domainName is not set")
        .hasMessageContaining("gatehouse:emailAddressArn is not set")
        .hasMessageEndingWith(
            """

            gatehouse:alarmEmail is not set: pulumi config set alarmEmail ops@example.com, or pulumi \
            config set alarmTopicArn arn:aws:sns:us-east-1:123456789012:alarms, or pulumi config set \
            alarms false\
            """);
    assertThat(
            config(LOCAL.with("gatehouse:alarmEmail", "").with("gatehouse:protectData", "false"))
                .monitoring()
                .alarms())
        .isTrue();
  }

  @Test
  void alarmsOfOtherRegionsNeedATopicThereUnlessTheyAreMailed() {
    StackSettings elsewhere =
        LOCAL
            .with("aws:region", "eu-west-1")
            .with("gatehouse:endpointType", "EDGE")
            .with("gatehouse:sesIdentityPolicy", "false")
            .with("gatehouse:emailAddressArn", "arn:aws:ses:eu-west-2:000000000000:identity/a.test")
            .with("gatehouse:from", "");
    StackSettings byTopic =
        elsewhere
            .with("gatehouse:alarmEmail", "")
            .with("gatehouse:alarmTopicArn", "arn:aws:sns:eu-west-1:000000000000:alarms");

    assertThat(config(elsewhere).monitoring().regionTopicArns()).isEmpty();
    assertThatThrownBy(() -> config(byTopic))
        .hasMessage(
            """
            gatehouse:regionTopicArns has no eu-west-2: pulumi config set --path \
            'regionTopicArns["eu-west-2"]' arn:aws:sns:eu-west-2:123456789012:alarms
            gatehouse:regionTopicArns has no us-east-1: pulumi config set --path \
            'regionTopicArns["us-east-1"]' arn:aws:sns:us-east-1:123456789012:alarms\
            """);
    assertThatThrownBy(() -> config(byTopic.with("gatehouse:regionTopicArns", topics("eu-west-1"))))
        .hasMessageContaining("must be the ARN of an SNS topic in us-east-1 for that region");
    assertThat(
            config(byTopic.with("gatehouse:regionTopicArns", topics("us-east-1")))
                .monitoring()
                .regionTopicArns())
        .containsKeys("eu-west-2", "us-east-1");
  }

  @Test
  void budgetNeedsSomebodyWhoHearsOfIt() {
    StackSettings silent =
        LOCAL.with("gatehouse:alarmEmail", "").with("gatehouse:protectData", "false");

    assertThatThrownBy(() -> config(silent.with("gatehouse:monthlyBudget", "500")))
        .hasMessage(
            "gatehouse:monthlyBudget is 500, but needs somebody who hears of it: pulumi config set"
                + " alarmEmail ops@example.com");
  }

  /** Returns topics of both regions, the second of which is in another one. */
  private static String topics(String second) {
    return """
    {"eu-west-2": "arn:aws:sns:eu-west-2:000000000000:alarms",
     "us-east-1": "arn:aws:sns:%s:000000000000:alarms"}"""
        .formatted(second);
  }

  @Test
  void eachWayOutIsOne() {
    StackSettings complete =
        FRESH
            .with("gatehouse:customDomain", "false")
            .with("gatehouse:sesDomain", "gatehouse.test")
            .with("gatehouse:from", "");

    assertThat(config(complete).sender().isManaged()).isTrue();
  }
}
