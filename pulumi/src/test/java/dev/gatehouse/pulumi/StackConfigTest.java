package dev.gatehouse.pulumi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gatehouse.pulumi.plan.StackSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts from Pulumi.yaml and Pulumi.local.yaml as they are, and changes one setting each. */
final class StackConfigTest {
  private static final StackSettings LOCAL = StackSettings.read(Path.of("."), "local");
  private static final String IDENTITY = "arn:aws:ses:us-east-1:000000000000:identity/";

  @Test
  void defaultsAreThoseOfPulumiYaml() {
    StackConfig config = config(LOCAL);

    assertThat(config.compute()).isEqualTo(new StackConfig.Compute("java21", "arm64", 1024, true));
    assertThat(config.emailRules().mode()).isEmpty();
    assertThat(config.emailRules().allow()).isEmpty();
    assertThat(config.environmentVariables()).isEmpty();
    assertThat(config.productName()).isEqualTo("Gatehouse");
    assertThat(config.stageName()).isEqualTo("prod");
    assertThat(config.logRetentionInDays()).isEqualTo(7);
    assertThat(config.protectData()).isTrue();
    assertThat(config.sender().identityPolicy()).isTrue();
  }

  @Test
  void exampleShowsEverySettingAndIsAccepted() {
    StackSettings example = StackSettings.read(Path.of("."), "example");

    StackConfig config = config(example);

    TreeSet<String> declared = new TreeSet<>(LOCAL.values().keySet());
    declared.add("gatehouse:environmentVariables");
    assertThat(new TreeSet<>(example.values().keySet())).isEqualTo(declared);
    assertThat(config.emailRules())
        .isEqualTo(
            new StackConfig.EmailRules(
                "allowlist",
                List.of("example.com", "somebody@example.org"),
                List.of("example.net")));
    assertThat(config.environmentVariables()).containsEntry("MY_VARIABLE", "my value");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gatehouse:domainName",
        "gatehouse:emailAddressArn",
        "gatehouse:logRetentionInDays",
        "gatehouse:stageName",
        "gatehouse:productName",
        "gatehouse:protectData",
        "aws:region"
      })
  void missingSettingIsNamedWithTheCommandThatSetsIt(String key) {
    assertThatThrownBy(() -> config(LOCAL.with(key, "")))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith(key + " is not set: pulumi config set ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gatehouse:domainName         | https://api.example.com | a host name in small letters",
        "gatehouse:domainName         | localhost               | a host name in small letters",
        "gatehouse:emailAddressArn    | no-reply@example.com    | the ARN of an SES identity",
        "gatehouse:emailAddressArn    | arn:aws:sns:us-east-1:000000000000:identity/x | the ARN",
        "gatehouse:logRetentionInDays | 8                       | a number of days that CloudWatch",
        "gatehouse:logRetentionInDays | a week                  | a number of days that CloudWatch",
        "gatehouse:logRetentionInDays | 99999999999             | a number of days that CloudWatch",
        "gatehouse:stageName          | v1/beta                 | letters, digits and _ only",
        "gatehouse:lambdaRuntime      | java17                  | java21 or a newer Java",
        "gatehouse:lambdaArchitecture | amd64                   | arm64 or x86_64",
        "gatehouse:lambdaMemory       | 64                      | 128 to 10240 megabytes",
        "gatehouse:snapStart          | yes                     | true or false",
        "gatehouse:emailMode          | closed                  | open or allowlist",
        "gatehouse:emailAllow         | example.com             | a list of texts",
        "gatehouse:emailAllow         | [\"a b\"]               | without commas and spaces",
        "gatehouse:emailDeny          | [\"a,b\"]               | without commas and spaces",
        "gatehouse:emailDeny          | [null]                  | a list of texts",
        "gatehouse:environmentVariables | [\"A\"]               | an object of texts",
        "gatehouse:environmentVariables | {\"AWS_REGION\":\"x\"} | none of Lambda's own",
        "gatehouse:environmentVariables | {\"A-B\":\"x\"}       | none of Lambda's own",
        "gatehouse:environmentVariables | {\"A1\":null}         | an object of texts",
        "aws:region                   | Ireland                 | a region of AWS"
      })
  void malformedSettingIsRefusedWithItsValueAndWhatIsExpected(
      String key, String value, String expected) {
    assertThatThrownBy(() -> config(LOCAL.with(key, value)))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageStartingWith(key + " is " + value + ", but must be ")
        .hasMessageContaining(expected)
        .hasMessageContaining(": pulumi config set ");
  }

  @Test
  void productNameHasAtMost40Characters() {
    assertThat(config(LOCAL.with("gatehouse:productName", "n".repeat(40))).productName())
        .hasSize(40);
    assertThatThrownBy(() -> config(LOCAL.with("gatehouse:productName", "n".repeat(41))))
        .hasMessageContaining("1 to 40 characters");
  }

  @Test
  void hostedZoneIsTheDomainWithoutItsFirstLabel() {
    assertThat(config(LOCAL.with("gatehouse:domainName", "a.b.example.com")).domain())
        .isEqualTo(new StackConfig.Domain("a.b.example.com", "b.example.com"));
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
  void namesInAwsBeginWithProjectAndStack() {
    assertThat(config(LOCAL).named("users")).isEqualTo("gatehouse-local-users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"with.dot", "a-stack-with-a-name-of-more-than-36-characters"})
  void stackWhoseNameLambdaWouldRefuseIsRefused(String stack) {
    assertThatThrownBy(() -> StackConfig.of("gatehouse", stack, key -> Optional.empty()))
        .isInstanceOf(SettingInvalid.class)
        .hasMessageContaining(stack);
  }

  private static Sender sender(String identity, String from) {
    return config(
            LOCAL
                .with("gatehouse:emailAddressArn", IDENTITY + identity)
                .with("gatehouse:from", from))
        .sender();
  }

  private static StackConfig config(StackSettings settings) {
    return StackConfig.of(
        settings.project(),
        settings.stack(),
        key -> Optional.ofNullable(settings.values().get(key)));
  }
}
