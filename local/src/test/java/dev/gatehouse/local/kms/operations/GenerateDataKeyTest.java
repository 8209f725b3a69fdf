package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ALIAS;
import static dev.gatehouse.local.kms.TestKms.ARN;
import static dev.gatehouse.local.kms.TestKms.ID;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.kms.TestKms;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateDataKeyTest {

  private final TestKms kms = new TestKms();

  @Test
  void dataKeyIsReturnedInPlaintextAndEncrypted() {
    JsonObject key =
        kms.call("GenerateDataKey", "{'KeyId': '%s', 'KeySpec': 'AES_256'}".formatted(ALIAS));

    assertThat(key.keySet()).containsExactly("CiphertextBlob", "Plaintext", "KeyId");
    assertThat(text(key, "KeyId")).isEqualTo(ARN);
    assertThat(Base64.getDecoder().decode(text(key, "Plaintext"))).hasSize(32);
    assertThat(kms.decrypt(text(key, "CiphertextBlob"), "").get("Plaintext"))
        .isEqualTo(key.get("Plaintext"));
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
  void lengthIsValidated(String members, String message) {
    String body = members.replace("{", "{'KeyId': '" + ID + (members.equals("{}") ? "'" : "', "));
    JsonObject error = kms.call("GenerateDataKey", body.replace("\"", "'"));

    assertThat(text(error, "__type")).isEqualTo("ValidationException");
    assertThat(text(error, "message")).isEqualTo(message);
  }
}
