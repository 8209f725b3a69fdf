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
  void eachWayOutIsOne() {
    StackSettings complete =
        FRESH
            .with("gatehouse:customDomain", "false")
            .with("gatehouse:sesDomain", "gatehouse.test")
            .with("gatehouse:from", "");

    assertThat(config(complete).sender().isManaged()).isTrue();
  }
}
