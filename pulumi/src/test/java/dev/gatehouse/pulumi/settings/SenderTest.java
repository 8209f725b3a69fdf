package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.Configured.LOCAL;
import static dev.gatehouse.pulumi.settings.Configured.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SenderTest {
  private static final String IDENTITY = "arn:aws:ses:us-east-1:000000000000:identity/";

  @ParameterizedTest
  @CsvSource({"example.com,        no-reply@example.com", "hello@example.com,  hello@example.com"})
  void senderFollowsFromTheIdentity(String identity, String from) {
    assertThat(sender(identity, "").from()).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        hello@example.com",
    "example.com,        hello@mail.example.com",
    "example.com,        Hello <hello@EXAMPLE.com>",
    "hello@example.com,  Hello <hello@example.com>"
  })
  void senderOfTheIdentityIsTaken(String identity, String from) {
    assertThat(sender(identity, from).from()).isEqualTo(from);
  }

  @ParameterizedTest
  @CsvSource({
    "example.com,        hello@myexample.com, at the domain example.com",
    "hello@example.com,  other@example.com,   'the address of the identity, hello@example.com'",
    "example.com,        Hello,               an address",
    "example.com,        Hello <hello>,       an address"
  })
  void senderThatSesWouldRefuseIsRefused(String identity, String from, String expected) {
    assertThatThrownBy(() -> sender(identity, from))
        .hasMessageStartingWith("gatehouse:from is " + from)
        .hasMessageContaining(expected);
  }

  @Test
  void identityOfAnotherRegionCannotCarryThePolicy() {
    StackSettings ireland = LOCAL.with("aws:region", "eu-west-1");

    assertThatThrownBy(() -> config(ireland))
        .hasMessageStartingWith("gatehouse:sesIdentityPolicy is true, but must be false")
        .hasMessageEndingWith("pulumi config set sesIdentityPolicy false");
    assertThat(config(ireland.with("gatehouse:sesIdentityPolicy", "false")).sender())
        .extracting(Sender::identityPolicy)
        .isEqualTo(false);
  }

  @Test
  void functionThatSendsNeedsNoPolicyForCognito() {
    StackSettings lambda =
        LOCAL.with("aws:region", "eu-west-1").with("gatehouse:emailSending", "lambda");

    assertThat(config(lambda).sender().byFunction()).isTrue();
    assertThat(config(lambda).sender().identityPolicy()).isFalse();
  }

  @Test
  void identityIsGivenOrMadeAndNotBoth() {
    StackSettings made = LOCAL.with("gatehouse:sesDomain", "gatehouse.test");

    assertThatThrownBy(() -> config(made))
        .hasMessageStartingWith("gatehouse:sesDomain is gatehouse.test, but must be blank");
    Sender sender = config(made.with("gatehouse:emailAddressArn", "")).sender();
    assertThat(sender.isMade()).isTrue();
    assertThat(sender.madeDomain()).isEqualTo("gatehouse.test");
  }

  @Test
  void eventsOfAnIdentityThatIsNotOursCannotBeTold() {
    String topic = "arn:aws:sns:us-east-1:000000000000:mail";

    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:mailEventsTopicArn", topic)))
        .hasMessageContaining("only an identity made here, with sesDomain");
  }

  private static Sender sender(String identity, String from) {
    return config(
            LOCAL
                .with("gatehouse:emailAddressArn", IDENTITY + identity)
                .with("gatehouse:from", from))
        .sender();
  }
}
