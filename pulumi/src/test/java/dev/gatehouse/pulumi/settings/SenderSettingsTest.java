package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SenderSettingsTest {
  private static final String IDENTITY = "arn:aws:ses:us-east-1:000000000000:identity/";

  @ParameterizedTest
  @CsvSource({"example.com,        no-reply@example.com", "hello@example.com,  hello@example.com"})
  void defaultSenderDependsOnTheIdentity(String identity, String from) {
    assertThat(sender(identity, "").from()).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        hello@example.com",
    "example.com,        hello@mail.example.com",
    "example.com,        Hello <hello@EXAMPLE.com>",
    "hello@example.com,  Hello <hello@example.com>"
  })
  void senderOfTheIdentityIsAccepted(String identity, String from) {
    assertThat(sender(identity, from).from()).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        hello@myexample.com, at the domain example.com",
    "hello@example.com,  other@example.com,   'the address of the identity, hello@example.com'",
    "example.com,        Hello,               an email address",
    "example.com,        Hello <hello>,       an email address"
  })
  void senderThatSesWouldRefuseIsRefused(String identity, String from, String expected) {
    assertThatThrownBy(() -> sender(identity, from))
        .hasMessageStartingWith("gatehouse:from is " + from)
        .hasMessageContaining(expected);
  }

  @Test
  void identityOfAnotherRegionRefusesThePolicy() {
    StackSettings ireland = LOCAL.with("aws:region", "eu-west-1");

    assertThatThrownBy(() -> config(ireland))
        .hasMessageStartingWith("gatehouse:sesIdentityPolicy is true, but must be false")
        .hasMessageEndingWith("pulumi config set sesIdentityPolicy false");
    assertThat(config(ireland.with("gatehouse:sesIdentityPolicy", "false")).sender())
        .extracting(SenderSettings::identityPolicy)
        .isEqualTo(false);
  }

  @Test
  void customEmailSenderNeedsNoPolicyForCognito() {
    StackSettings lambda =
        LOCAL.with("aws:region", "eu-west-1").with("gatehouse:emailSending", "lambda");

    assertThat(config(lambda).sender().byFunction()).isTrue();
    assertThat(config(lambda).sender().identityPolicy()).isFalse();
  }

  @Test
  void existingAndManagedIdentityExcludeEachOther() {
    StackSettings managed = LOCAL.with("gatehouse:sesDomain", "gatehouse.test");

    assertThatThrownBy(() -> config(managed))
        .hasMessageStartingWith("gatehouse:sesDomain is gatehouse.test, but must be blank");
    SenderSettings sender = config(managed.with("gatehouse:emailAddressArn", "")).sender();
    assertThat(sender.isManaged()).isTrue();
    assertThat(sender.managedDomain()).isEqualTo("gatehouse.test");
  }

  @Test
  void eventsTopicRequiresAManagedIdentity() {
    String topic = "arn:aws:sns:us-east-1:000000000000:mail";

    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:mailEventsTopicArn", topic)))
        .hasMessageContaining("only the identity of sesDomain publishes events");
  }

  private static SenderSettings sender(String identity, String from) {
    return config(
            LOCAL
                .with("gatehouse:emailAddressArn", IDENTITY + identity)
                .with("gatehouse:from", from))
        .sender();
  }
}
