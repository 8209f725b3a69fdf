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
    "hello@example.com,  Hello <hello@example.com>",
    "example.com,        '\"Doe, Jane\" <hello@example.com>'",
    "example.com,        '\"J \\\"D\\\" \\\\\" <hello@example.com>'"
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

  @ParameterizedTest
  @CsvSource({
    "Café <hello@example.com>, =?UTF-8?Q?Caf=C3=A9?= <hello@example.com>",
    "'\"Müller, Jörg\" <hello@example.com>', =?UTF-8?Q?M=C3=BCller=2C_J=C3=B6rg?= <hello@example.com>",
    "日本 <hello@example.com>, =?UTF-8?B?5pel5pys?= <hello@example.com>",
    "=?UTF-8?Q?Caf=C3=A9?= <hello@example.com>, =?UTF-8?Q?Caf=C3=A9?= <hello@example.com>",
    "Jane (J.) <hello@example.com>, '\"Jane (J.)\" <hello@example.com>'"
  })
  void nameIsQuotedOrEncodedWhereItMustBe(String from, String expected) {
    assertThat(sender("example.com", from).from()).isEqualTo(expected);
  }

  @Test
  void longNameBecomesSeveralEncodedWords() {
    String sender = sender("example.com", "名".repeat(60) + " <a@example.com>").from();
    assertThat(sender).matches("(=\\?UTF-8\\?B\\?[A-Za-z0-9+/=]{1,60}\\?= ){2,}<a@example.com>");
  }

  @ParameterizedTest
  @CsvSource({
    "Hello <hello@bücher.example>, Hello <hello@xn--bcher-kva.example>",
    "hello@Bücher.example, hello@xn--bcher-kva.example",
    "hello@mail.xn--bcher-kva.example, hello@mail.xn--bcher-kva.example"
  })
  void domainOfTheSenderBecomesALabels(String from, String expected) {
    assertThat(sender("xn--bcher-kva.example", from).from()).isEqualTo(expected);
  }

  @Test
  void domainsOfReplyAndSupportAddressBecomeALabels() {
    StackSettings settings =
        LOCAL
            .with("gatehouse:replyTo", "help@straße.de")
            .with("gatehouse:supportAddress", "help@пример.рф");

    assertThat(config(settings).sender().replyTo()).isEqualTo("help@xn--strae-oqa.de");
    assertThat(config(settings).mailCopy().variables())
        .containsEntry("SUPPORT_ADDRESS", "help@xn--e1afmkfd.xn--p1ai");
  }

  @Test
  void textThatAnotherLocaleLostIsRefused() {
    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:productName", "Caf\ufffd\ufffd")))
        .hasMessageStartingWith("gatehouse:productName is Caf")
        .hasMessageEndingWith(
            "this shell's locale lost letters of it on the way to the program:"
                + " export LC_ALL=C.UTF-8");
  }

  @Test
  void codeInTheSubjectNeedsTheFunction() {
    StackSettings lambda =
        LOCAL.with("gatehouse:emailSending", "lambda").with("gatehouse:codeInSubject", "true");

    assertThat(config(lambda).mailCopy().variables()).containsEntry("CODE_IN_SUBJECT", "true");
    assertThat(config(LOCAL).mailCopy().variables()).doesNotContainKey("CODE_IN_SUBJECT");
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
  void settingsOfTheStacksConfigurationSetAreRefusedBesideAnotherOne() {
    StackSettings existing = LOCAL.with("gatehouse:sesConfigurationSet", "mail");
    String topic = "arn:aws:sns:us-east-1:000000000000:mail";

    assertThatThrownBy(() -> config(existing.with("gatehouse:mailEventsTopicArn", topic)))
        .hasMessageContaining("since sesConfigurationSet has event destinations of its own");
    assertThatThrownBy(() -> config(existing.with("gatehouse:sesRequireTls", "true")))
        .hasMessageContaining("false, since sesConfigurationSet has a TLS policy of its own");
    assertThat(config(LOCAL.with("gatehouse:mailEventsTopicArn", topic)).sender().eventsTopicArn())
        .isEqualTo(topic);
  }

  private static SenderSettings sender(String identity, String from) {
    return config(
            LOCAL
                .with("gatehouse:emailAddressArn", IDENTITY + identity)
                .with("gatehouse:from", from))
        .sender();
  }
}
