package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.customemailsender.dynamodb.DynamoDbSentCodes;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderSettingsTest {
  private static final Map<String, String> REQUIRED =
      Map.of(
          "FROM_ADDRESS", "no-reply@example.com",
          "SES_IDENTITY_ARN", "arn:aws:ses:eu-west-1:000000000000:identity/example.com");

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> settings = new HashMap<>(REQUIRED);
    settings.put(variable, value);
    return settings;
  }

  private static void assertInvalid(Map<String, String> settings, String message) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> SenderSettings.from(new FunctionSettings(settings)))
        .withMessageStartingWith(message);
  }

  @Test
  void addressAndIdentityAreEnough() {
    assertThat(SenderSettings.from(new FunctionSettings(REQUIRED)))
        .isEqualTo(
            new SenderSettings(
                "no-reply@example.com",
                "arn:aws:ses:eu-west-1:000000000000:identity/example.com",
                "eu-west-1",
                null,
                null));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no-reply@example.com",
        "Gatehouse <no-reply@example.com>",
        "A & B <a@b.com>",
        "\"A, B\" <a@b.com>"
      })
  void fromAddressMayHaveAName(String from) {
    assertThat(SenderSettings.from(new FunctionSettings(with("FROM_ADDRESS", from))).from())
        .isEqualTo(from);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "example.com",
        "Gatehouse",
        "Gatehouse no-reply@example.com",
        "Café <no-reply@example.com>",
        "a@b.com, c@d.com",
        "A <a@b.com>\r\nBcc: c@d.com",
        "A, B <a@b.com>"
      })
  void malformedFromAddressIsRefused(String from) {
    assertInvalid(with("FROM_ADDRESS", from), "FROM_ADDRESS must be an address");
  }

  @ParameterizedTest
  @CsvSource({
    "SES_IDENTITY_ARN, example.com, must be the ARN of an SES identity",
    "SES_IDENTITY_ARN, arn:aws:ses:us-east-1:1:identity/x, must be the ARN of an SES identity",
    "REPLY_TO, help, must be an address such as help@example.com",
    "SES_CONFIGURATION_SET, a b, must be 1 to 64 letters"
  })
  void malformedSettingIsRefused(String variable, String value, String message) {
    assertInvalid(with(variable, value), variable + " " + message);
  }

  @Test
  void identityIsRequired() {
    assertInvalid(Map.of("FROM_ADDRESS", "a@b.com"), "SES_IDENTITY_ARN must be");
  }

  @Test
  void tableIsRequired() {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(
            () -> DynamoDbSentCodes.from(new FunctionSettings(Map.of("AWS_REGION", "us-east-1"))))
        .withMessageStartingWith("SENT_CODES_TABLE is not set");
    assertThat(
            DynamoDbSentCodes.from(
                new FunctionSettings(
                    Map.of("AWS_REGION", "us-east-1", "SENT_CODES_TABLE", "sent-codes"))))
        .isNotNull();
  }
}
