package dev.gatehouse.triggers.customemailsender.kms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import dev.gatehouse.triggers.customemailsender.EncryptedCodeFixture;
import dev.gatehouse.triggers.customemailsender.EncryptedCodes;
import dev.gatehouse.triggers.customemailsender.MailNotSent;
import dev.gatehouse.triggers.customemailsender.SendFailure;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.kms.model.KmsException;

final class KmsEncryptedCodesTest {
  private final EncryptedCodes codes = new KmsEncryptedCodes<>(EncryptedCodeFixture.key(1));

  private void assertNotDecrypted(EncryptedCodes codes, String encryptedCode, SendFailure reason) {
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> codes.decrypt(encryptedCode, EncryptedCodeFixture.USER_POOL_ID))
        .satisfies(notSent -> assertThat(notSent.reason()).isEqualTo(reason));
  }

  @Test
  void codeIsDecrypted() {
    assertThat(
            codes.decrypt(
                EncryptedCodeFixture.encrypt("402913"), EncryptedCodeFixture.USER_POOL_ID))
        .isEqualTo("402913");
  }

  @Test
  void fixtureUsesTheAlgorithmOfCognito() {
    byte[] message = Base64.getDecoder().decode(EncryptedCodeFixture.encrypt("402913"));
    assertThat(message).startsWith(0x01, 0x80, 0x03, 0x78);
  }

  @Test
  void codeOfAnotherUserPoolIsRefused() {
    String otherPool =
        EncryptedCodeFixture.encrypt("402913", Map.of("userpool-id", "us-east-1_OTHER"));
    assertNotDecrypted(codes, otherPool, SendFailure.CODE_OF_ANOTHER_POOL);
    assertNotDecrypted(
        codes, EncryptedCodeFixture.encrypt("402913", Map.of()), SendFailure.CODE_OF_ANOTHER_POOL);
  }

  @Test
  void codeOfAnotherKeyIsRefused() {
    assertNotDecrypted(
        new KmsEncryptedCodes<>(EncryptedCodeFixture.key(2)),
        EncryptedCodeFixture.encrypt("402913"),
        SendFailure.CODE_UNREADABLE);
  }

  @Test
  void alteredCodeIsRefused() {
    byte[] message = Base64.getDecoder().decode(EncryptedCodeFixture.encrypt("402913"));
    message[message.length - 120] ^= 1;
    assertNotDecrypted(
        codes, Base64.getEncoder().encodeToString(message), SendFailure.CODE_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "402913", "not base64!", "AYADeA=="})
  void malformedCodeIsRefused(String encryptedCode) {
    assertNotDecrypted(codes, encryptedCode, SendFailure.CODE_UNREADABLE);
  }

  @ParameterizedTest
  @CsvSource({
    "DisabledException, KEY_DISABLED",
    "KMSInvalidStateException, KEY_DISABLED",
    "AccessDeniedException, KEY_ACCESS_DENIED",
    "InvalidCiphertextException, CODE_UNREADABLE"
  })
  void refusalOfKmsHasACodeOfItsOwn(String error, SendFailure reason) {
    AwsServiceException refusal =
        KmsException.builder()
            .statusCode(400)
            .awsErrorDetails(AwsErrorDetails.builder().errorCode(error).build())
            .build();

    assertNotDecrypted(
        new KmsEncryptedCodes<>(new RefusedKeys(refusal)),
        EncryptedCodeFixture.encrypt("402913"),
        reason);
  }

  @Test
  void disabledKeyIsTriedAgainSinceItMayBeEnabled() {
    assertThat(SendFailure.KEY_DISABLED.isRetryable()).isTrue();
  }

  @Test
  void unavailableKeyIsRetried() {
    assertThat(SendFailure.KEY_UNAVAILABLE.isRetryable()).isTrue();
    assertThat(SendFailure.CODE_UNREADABLE.isRetryable()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alias/gatehouse",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-east-1:000000000000:alias/gatehouse",
        "arn:aws:s3:us-east-1:000000000000:key/1234abcd"
      })
  void malformedKeyArnIsRefused(String arn) {
    assertThatExceptionOfType(InvalidSetting.class)
        .isThrownBy(() -> KmsEncryptedCodes.from(new FunctionSettings(Map.of("CODE_KEY_ARN", arn))))
        .withMessage("CODE_KEY_ARN must be the ARN of the KMS key, and not of an alias of it");
  }

  @Test
  void keyArnIsTheOnlySetting() {
    String arn = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    assertThat(KmsEncryptedCodes.from(new FunctionSettings(Map.of("CODE_KEY_ARN", arn))))
        .isNotNull();
  }
}
