package dev.gatehouse.local.kms;

import static dev.gatehouse.local.kms.KmsUnderTest.ACCOUNT;
import static dev.gatehouse.local.kms.KmsUnderTest.ID;
import static dev.gatehouse.local.kms.KmsUnderTest.base64;
import static dev.gatehouse.local.kms.KmsUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Declared;
import dev.gatehouse.local.plan.PlanInvalid;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KmsErrorTest {

  private final KmsUnderTest kms = new KmsUnderTest();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key                                  | Invalid keyId 'key'
          11111111-2222-3333-4444-555555555555 | Key 'ACCOUNTkey/11111111-2222-3333-4444-555555555555' does not exist
          alias/other                          | Alias ACCOUNTalias/other is not found.
          arn:aws:kms:eu-west-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab | Invalid arn eu-west-1
          """)
  void unknownKeyIsNotFoundInKmsOwnWords(String name, String message) {
    JsonObject error = kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(name));

    assertThat(text(error, "__type")).isEqualTo("NotFoundException");
    assertThat(text(error, "message")).isEqualTo(message.replace("ACCOUNT", ACCOUNT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                             | Please specify either number of bytes or key spec.
          {'KeySpec': 'AES_256', 'NumberOfBytes': 32}    | Please specify either number of bytes or key spec.
          {'KeySpec': 'AES_512'}   | 1 validation error detected: Value 'AES_512' at 'keySpec' failed to satisfy constraint: Member must satisfy enum value set: [AES_256, AES_128]
          {'NumberOfBytes': 0}     | 1 validation error detected: Value '0' at 'numberOfBytes' failed to satisfy constraint: Member must have value greater than or equal to 1
          {'NumberOfBytes': 1025}  | 1 validation error detected: Value '1025' at 'numberOfBytes' failed to satisfy constraint: Member must have value less than or equal to 1024
          """)
  void lengthOfADataKeyIsValidated(String members, String message) {
    String body = members.replace("{", "{'KeyId': '" + ID + (members.equals("{}") ? "'" : "', "));
    JsonObject error = kms.call("GenerateDataKey", body.replace("\"", "'"));

    assertThat(text(error, "__type")).isEqualTo("ValidationException");
    assertThat(text(error, "message")).isEqualTo(message);
  }

  @Test
  void longPlaintextIsRefusedAndNotRepeated() {
    JsonObject error =
        kms.call(
            "Encrypt",
            "{'KeyId': '%s', 'Plaintext': '%s'}".formatted(ID, base64("x".repeat(4097))));

    assertThat(text(error, "message"))
        .isEqualTo(
            "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member"
                + " must have length less than or equal to 4096");
  }

  @Test
  void whatIsNotThereIsRefusedByName() {
    assertThat(text(kms.call("CreateKey", "{}"), "__type")).isEqualTo("UnknownOperationException");
    assertThat(
            text(kms.call("Encrypt", "{'KeyId': '%s', 'DryRun': true}".formatted(ID)), "message"))
        .isEqualTo("Encrypt on one machine does not know DryRun");
    assertThat(text(kms.call("Decrypt", "[]"), "__type")).isEqualTo("SerializationException");
    assertThat(text(kms.call("Decrypt", "{}"), "message")).contains("'ciphertextBlob'");
    assertThat(kms.send("Decrypt", "{").status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"multiRegion\": true}",
        "{\"keyUsage\": \"SIGN_VERIFY\"}",
        "{\"customerMasterKeySpec\": \"RSA_2048\"}",
        "{\"customKeyStoreId\": \"cks-1\"}"
      })
  void keyThatCannotBeHadStopsThePlan(String inputs) {
    assertThatThrownBy(() -> new KmsUnderTest(KmsUnderTest.plan(inputs), null))
        .isInstanceOf(PlanInvalid.class)
        .hasMessageStartingWith("aws:kms/key:Key \"codes\" sets ");
  }

  @Test
  void aliasOfNoKeyStopsThePlan() {
    assertThatThrownBy(
            () -> new KmsUnderTest(Declared.plan(List.of(KmsUnderTest.alias("x"))), null))
        .isInstanceOf(PlanInvalid.class)
        .hasMessage("aws:kms/alias:Alias \"codes\" leads to x, which the plan does not declare");
  }
}
