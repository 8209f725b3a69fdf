package dev.gatehouse.pulumi.settings;

import static dev.gatehouse.pulumi.settings.LocalStackConfig.LOCAL;
import static dev.gatehouse.pulumi.settings.LocalStackConfig.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.App;
import dev.gatehouse.pulumi.plan.StackSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configuration of the local stack, with single settings changed. */
final class StackConfigTest {
  @Test
  void defaultsAreThoseOfPulumiYaml() {
    StackConfig config = config(LOCAL);

    assertThat(config.functions())
        .isEqualTo(
            new FunctionSettings(
                "java21", "arm64", 1024, Map.of(), Map.of(), true, Map.of(), "", 100, 400));
    assertThat(config.mailCopy().variables())
        .isEqualTo(Map.of("PRODUCT_NAME", "Gatehouse", "DEFAULT_LOCALE", "en"));
    assertThat(config.userPool())
        .isEqualTo(new UserPoolSettings(8, 60, 60, 30, false, false, 0, List.of(), "LITE"));
    assertThat(config.hostedUi().isEnabled()).isFalse();
    assertThat(config.restApi())
        .isEqualTo(
            new RestApiSettings(
                "prod",
                new RestApiSettings.Limit(20, 40),
                Map.of(),
                true,
                false,
                true,
                List.of(),
                false,
                "",
                true));
    assertThat(config.firewall()).isEqualTo(new RestApiSettings.FirewallSettings(0, 0, false));
    assertThat(config.account()).isEqualTo(new StackConfig.AccountSettings("", ""));
    assertThat(config.domain().edge()).isFalse();
    assertThat(config.sender().byFunction()).isFalse();
    assertThat(config.sender().identityPolicy()).isTrue();
    assertThat(config.reconcileSchedule()).isEqualTo("rate(1 day)");
    assertThat(config.reconcileMaxAgeHours()).isEqualTo(48);
    assertThat(config.logRetentionInDays()).isEqualTo(7);
    assertThat(config.protectData()).isTrue();
  }

  @Test
  void exampleHasEverySettingAndIsAccepted() {
    StackSettings example = StackSettings.read(Path.of("."), "example");

    StackConfig config = config(example);

    TreeSet<String> declared = new TreeSet<>(LOCAL.values().keySet());
    assertThat(new TreeSet<>(example.values().keySet())).isEqualTo(declared);
    assertThat(config.emailRules().variables())
        .containsEntry("EMAIL_ALLOWLIST", "reject")
        .containsEntry("EMAIL_ALLOW", "example.com,user@example.org")
        .containsEntry("EMAIL_DENY", "example.net");
    assertThat(config.functions().environmentVariables()).containsEntry("MY_VARIABLE", "my value");
  }

  @Test
  void productNameHasAtMost40Characters() {
    assertThat(
            config(LOCAL.with("gatehouse:productName", "n".repeat(40)))
                .mailCopy()
                .variables()
                .get("PRODUCT_NAME"))
        .hasSize(40);
    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:productName", "n".repeat(41))))
        .hasMessageContaining("1 to 40 visible characters");
  }

  @Test
  void exportExpiresAfterTheNextOneIsThere() {
    StackSettings daily = LOCAL.with("gatehouse:poolExportHours", "24");
    assertThatThrownBy(() -> config(daily.with("gatehouse:poolExportRetentionDays", "1")))
        .hasMessageStartingWith("gatehouse:poolExportRetentionDays is 1, but must be more days");
    assertThat(
            config(daily.with("gatehouse:poolExportRetentionDays", "2"))
                .recovery()
                .poolExportRetentionDays())
        .isEqualTo(2);
  }

  @Test
  void limitOfThePoolsFirewallIsAboveTheApisOwnCalls() {
    StackSettings pool = LOCAL.with("gatehouse:userPoolWaf", "true");

    assertThat(config(pool).firewall().userPoolRate()).isEqualTo(15_000);
    assertThatThrownBy(() -> config(pool.with("gatehouse:throttlingRate", "26")))
        .hasMessageStartingWith("gatehouse:userPoolWafRate is 15000, but must be at least 15600");
  }

  @Test
  void hostedZoneIsTheDomainWithoutItsFirstLabel() {
    assertThat(config(LOCAL.with("gatehouse:domainName", "a.b.example.com")).domain())
        .isEqualTo(new DomainSettings("a.b.example.com", "b.example.com", false, "us-east-1"));
  }

  @Test
  void domainOfTwoLabelsRequiresAHostedZone() {
    StackSettings bare = LOCAL.with("gatehouse:domainName", "example.com");

    assertThatThrownBy(() -> config(bare))
        .hasMessageStartingWith("gatehouse:hostedZoneName is com, but must be");
    assertThat(config(bare.with("gatehouse:hostedZoneName", "example.com")).domain().hostedZone())
        .isEqualTo("example.com");
  }

  @Test
  void domainOutsideItsHostedZoneIsRefused() {
    assertThatThrownBy(
            () ->
                config(
                    LOCAL
                        .with("gatehouse:domainName", "api.myexample.com")
                        .with("gatehouse:hostedZoneName", "example.com")))
        .hasMessageContaining("must be api.myexample.com or one of its parent domains");
  }

  @Test
  void everyNameMustBeInTheHostedZone() {
    StackSettings hostedUi =
        LOCAL
            .with("gatehouse:hostedDomain", "auth.example.com")
            .with("gatehouse:callbackUrls", "[\"https://example.com/\"]");

    assertThatThrownBy(() -> config(hostedUi))
        .hasMessageStartingWith("gatehouse:hostedZoneName is gatehouse.test, but must be")
        .hasMessageContaining("auth.example.com or one of its parent domains");
  }

  @Test
  void customDomainIsOptional() {
    StackSettings nameless = LOCAL.with("gatehouse:customDomain", "false");

    assertThatThrownBy(() -> config(nameless))
        .hasMessage(
            "gatehouse:domainName is api.gatehouse.test, but customDomain is false:"
                + " pulumi config rm domainName");
    StackConfig config = config(nameless.with("gatehouse:domainName", ""));
    assertThat(config.domain().isCustom()).isFalse();
    assertThat(config.domain().hostedZone()).isEmpty();
    assertThat(config.restApi().executeApiEndpointDisabled()).isFalse();
  }

  @Test
  void hostedUiHasOneDomainAndACallbackUrl() {
    StackSettings prefix = LOCAL.with("gatehouse:hostedDomainPrefix", "example");

    assertThatThrownBy(() -> config(prefix))
        .hasMessageStartingWith(
            "gatehouse:callbackUrls is [], but must be set if the hosted UI is");
    assertThatThrownBy(() -> config(prefix.with("gatehouse:hostedDomain", "auth.gatehouse.test")))
        .hasMessageContaining(
            "must be blank, since hostedDomainPrefix is set too: pulumi config rm hostedDomain");
  }

  @Test
  void topicAndEmailAddressExcludeEachOther() {
    assertThatThrownBy(
            () ->
                config(
                    LOCAL.with(
                        "gatehouse:alarmTopicArn", "arn:aws:sns:us-east-1:000000000000:ops")))
        .hasMessageContaining("must be blank, since alarmTopicArn is set too");
  }

  @Test
  void protectedStackWhoseAlarmsNobodyReceivesIsRefused() {
    StackSettings unheard = LOCAL.with("gatehouse:alarmEmail", "");

    assertThatThrownBy(() -> config(unheard))
        .hasMessageStartingWith(
            "gatehouse:alarmEmail is not set: pulumi config set alarmEmail ops@example.com,");
    assertThat(config(unheard.with("gatehouse:alarms", "false")).monitoring().alarms()).isFalse();
    assertThat(config(unheard.with("gatehouse:protectData", "false")).protectData()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"alarmTopicArn", "ticketTopicArn"})
  void topicOfAnotherRegionIsRefused(String key) {
    assertThatThrownBy(
            () ->
                config(
                    LOCAL
                        .with("gatehouse:alarmEmail", "")
                        .with("gatehouse:alarmTopicArn", "arn:aws:sns:us-east-1:000000000000:ops")
                        .with("gatehouse:" + key, "arn:aws:sns:eu-west-1:000000000000:ops")))
        .hasMessageContaining("must be a topic in us-east-1, the region of the alarms");
  }

  @Test
  void alarmTopicIsTheArnOfATopic() {
    assertThatThrownBy(
            () ->
                config(
                    LOCAL
                        .with("gatehouse:alarmEmail", "")
                        .with("gatehouse:alarmTopicArn", "alarms")))
        .hasMessageContaining("must be the ARN of an SNS topic");
  }

  @Test
  void reservedConcurrencyLeavesOthersAHundredOfTheAccounts() {
    StackSettings settings =
        LOCAL
            .with("gatehouse:lambdaConcurrency", "1500")
            .with("gatehouse:reservedConcurrency", "{\"api\":1000,\"pre-sign-up\":400}");

    assertThat(config(settings).functions().reservedConcurrency()).hasSize(2);
    assertThatThrownBy(() -> config(settings.with("gatehouse:lambdaConcurrency", "1499")))
        .hasMessageContaining("must be at most 1399 in all, since Lambda keeps 100");
    assertThatThrownBy(
            () ->
                config(
                    LOCAL
                        .with("gatehouse:lambdaConcurrency", "10")
                        .with("gatehouse:reservedConcurrency", "{\"reconcile\":1}")))
        .hasMessageContaining("must be at most 0 in all");
  }

  /** Nobody has measured a function with less. */
  @Test
  void smallestMemoryIsTheSmallestOfTheMeasuredOnes() throws IOException {
    Matcher sizes =
        Pattern.compile("SIZES = List\\.of\\((\\d+),")
            .matcher(
                Files.readString(
                    Path.of(
                        "../benchmarks/src/main/java/dev/gatehouse/benchmarks/start/MemorySweep.java")));

    assertThat(sizes.find()).isTrue();
    int smallest = Integer.parseInt(sizes.group(1));
    for (String key : List.of("lambdaMemory", "functionMemory")) {
      String value = key.equals("lambdaMemory") ? "%d" : "{\"api\":%d}";
      StackSettings too =
          LOCAL.with("gatehouse:" + key, String.format(Locale.ROOT, value, smallest - 1));

      assertThatThrownBy(() -> config(too)).hasMessageContaining(String.valueOf(smallest));
    }
    assertThat(config(LOCAL.with("gatehouse:lambdaMemory", String.valueOf(smallest))).functions())
        .extracting(FunctionSettings::memory)
        .isEqualTo(smallest);
  }

  @Test
  void physicalNamesBeginWithProjectAndStack() {
    assertThat(config(LOCAL).named("users")).isEqualTo("gatehouse-local-users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with.dot", "a-stack-with-a-name-of-more-than-34-characters"})
  void stackNameThatLambdaWouldRefuseIsRefused(String stack) {
    assertThatThrownBy(
            () ->
                StackConfig.of(
                    "gatehouse", stack, App.NAMES, key -> Optional.empty(), key -> false))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining(stack);
  }
}
