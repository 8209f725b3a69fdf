package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.Configured.LOCAL;
import static dev.gatehouse.pulumi.settings.Configured.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts from Pulumi.yaml and Pulumi.local.yaml as they are, and changes one setting each. */
final class StackConfigTest {
  @Test
  void defaultsAreThoseOfPulumiYaml() {
    StackConfig config = config(LOCAL);

    assertThat(config.compute())
        .isEqualTo(new Compute("java21", "arm64", 1024, Map.of(), Map.of(), true, Map.of()));
    assertThat(config.wording()).isEqualTo(new Wording("Gatehouse", "en", "", ""));
    assertThat(config.accounts()).isEqualTo(new Accounts(8, 60, 60, 30, false));
    assertThat(config.hostedPages().isOn()).isFalse();
    assertThat(config.api())
        .isEqualTo(
            new Api("prod", new Api.Limit(50, 100), Map.of(), true, true, List.of(), 0, true));
    assertThat(config.domain().edge()).isFalse();
    assertThat(config.sender().byFunction()).isFalse();
    assertThat(config.sender().identityPolicy()).isTrue();
    assertThat(config.reconcileSchedule()).isEqualTo("rate(1 day)");
    assertThat(config.logRetentionInDays()).isEqualTo(7);
    assertThat(config.protectData()).isTrue();
  }

  @Test
  void exampleShowsEverySettingAndIsAccepted() {
    StackSettings example = StackSettings.read(Path.of("."), "example");

    StackConfig config = config(example);

    TreeSet<String> declared = new TreeSet<>(LOCAL.values().keySet());
    declared.addAll(
        List.of(
            "gatehouse:environmentVariables",
            "gatehouse:functionMemory",
            "gatehouse:reservedConcurrency",
            "gatehouse:routeThrottling"));
    assertThat(new TreeSet<>(example.values().keySet())).isEqualTo(declared);
    assertThat(config.emailRules().variables())
        .containsEntry("EMAIL_MODE", "allowlist")
        .containsEntry("EMAIL_ALLOW", "example.com,somebody@example.org")
        .containsEntry("EMAIL_DENY", "example.net");
    assertThat(config.compute().environmentVariables()).containsEntry("MY_VARIABLE", "my value");
  }

  @Test
  void productNameHasAtMost40Characters() {
    assertThat(config(LOCAL.with("gatehouse:productName", "n".repeat(40))).wording().productName())
        .hasSize(40);
    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:productName", "n".repeat(41))))
        .hasMessageContaining("1 to 40 characters");
  }

  @Test
  void hostedZoneIsTheDomainWithoutItsFirstLabel() {
    assertThat(config(LOCAL.with("gatehouse:domainName", "a.b.example.com")).domain())
        .isEqualTo(new Domain("a.b.example.com", "b.example.com", false, "us-east-1"));
  }

  @Test
  void domainOfTwoLabelsNeedsItsHostedZoneSaid() {
    StackSettings bare = LOCAL.with("gatehouse:domainName", "example.com");

    assertThatThrownBy(() -> config(bare))
        .hasMessageStartingWith("gatehouse:hostedZoneName is com, but must be");
    assertThat(config(bare.with("gatehouse:hostedZoneName", "example.com")).domain().hostedZone())
        .isEqualTo("example.com");
  }

  @Test
  void domainOutsideItsHostedZoneIsRefused() {
    assertThatThrownBy(() ->
            config(
                LOCAL
                    .with("gatehouse:domainName", "api.myexample.com")
                    .with("gatehouse:hostedZoneName", "example.com")))
        .hasMessageContaining("must be api.myexample.com or a domain above it");
  }

  @Test
  void everyNameOfTheStackIsInItsZone() {
    StackSettings pages =
        LOCAL
            .with("gatehouse:hostedDomain", "auth.example.com")
            .with("gatehouse:callbackUrls", "[\"https://example.com/\"]");

    assertThatThrownBy(() -> config(pages))
        .hasMessageStartingWith("gatehouse:hostedZoneName is gatehouse.test, but must be")
        .hasMessageContaining("auth.example.com or a domain above it");
  }

  @Test
  void stackMayDoWithoutAName() {
    StackSettings nameless = LOCAL.with("gatehouse:customDomain", "false");

    assertThatThrownBy(() -> config(nameless))
        .hasMessage(
            "gatehouse:domainName is api.gatehouse.test, but customDomain is false:"
                + " pulumi config rm domainName");
    StackConfig config = config(nameless.with("gatehouse:domainName", ""));
    assertThat(config.domain().isCustom()).isFalse();
    assertThat(config.domain().hostedZone()).isEmpty();
    assertThat(config.api().closed()).isFalse();
  }

  @Test
  void pagesHaveOneNameAndSomewhereToSendPeople() {
    StackSettings prefix = LOCAL.with("gatehouse:hostedDomainPrefix", "example");

    assertThatThrownBy(() -> config(prefix))
        .hasMessageStartingWith("gatehouse:callbackUrls is [], but must be set where there are");
    assertThatThrownBy(() -> config(prefix.with("gatehouse:hostedDomain", "auth.gatehouse.test")))
        .hasMessageContaining("must be blank, since hostedDomainPrefix is set too");
  }

  @Test
  void alarmsGoToOneTopic() {
    assertThatThrownBy(() ->
            config(
                LOCAL
                    .with("gatehouse:alarmEmail", "ops@example.com")
                    .with("gatehouse:alarmTopicArn", "arn:aws:sns:us-east-1:000000000000:alarms")))
        .hasMessageContaining("must be blank, since alarmTopicArn is set too");
  }

  @Test
  void namesInAwsBeginWithProjectAndStack() {
    assertThat(config(LOCAL).named("users")).isEqualTo("gatehouse-local-users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with.dot", "a-stack-with-a-name-of-more-than-34-characters"})
  void stackWhoseNameLambdaWouldRefuseIsRefused(String stack) {
    assertThatThrownBy(() -> StackConfig.of("gatehouse", stack, key -> Optional.empty()))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining(stack);
  }
}
