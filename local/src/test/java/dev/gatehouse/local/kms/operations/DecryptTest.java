package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ALIAS;
import static dev.gatehouse.local.kms.TestKms.ARN;
import static dev.gatehouse.local.kms.TestKms.OTHER;
import static dev.gatehouse.local.kms.TestKms.base64;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.kms.TestKms;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class DecryptTest {

  private final TestKms kms = new TestKms();

  @Test
  void ciphertextIsDecryptedWithoutAKeyId() {
    JsonObject response = kms.decrypt(kms.encrypt("471199", "{}"), "");

    assertThat(response.toString())
        .isEqualTo(
            "{\"Plaintext\":\"%s\",\"KeyId\":\"%s\",\"EncryptionAlgorithm\":\"SYMMETRIC_DEFAULT\"}"
                .formatted(base64("471199"), ARN));
  }

  @Test
  void encryptionContextMustBeEqualInAnyOrder() {
    String blob = kms.encrypt("471199", "{'a': '1', 'b': '2'}");

    assertThat(text(kms.decrypt(blob, ", 'EncryptionContext': {'b': '2', 'a': '1'}"), "Plaintext"))
        .isEqualTo(base64("471199"));
    for (String wrong : new String[] {"{}", "{'a': '1'}", "{'a': '1', 'b': '3'}", "{'a': '1b2'}"}) {
      assertThat(kms.decrypt(blob, ", 'EncryptionContext': " + wrong).toString())
          .as(wrong)
          .isEqualTo("{\"__type\":\"InvalidCiphertextException\"}");
    }
  }

  @Test
  void alteredAndForeignCiphertextIsRefusedWithoutAMessage() {
    byte[] blob = Base64.getDecoder().decode(kms.encrypt("471199", "{}"));
    blob[blob.length - 1] ^= 1;

    for (String wrong :
        new String[] {
          Base64.getEncoder().encodeToString(blob), base64("x"), base64("\u0001\u0001a")
        }) {
      assertThat(kms.decrypt(wrong, "").toString())
          .isEqualTo("{\"__type\":\"InvalidCiphertextException\"}");
    }
  }

  @Test
  void otherKeyThanTheOneInTheRequestIsIncorrect() {
    String blob = kms.encrypt("471199", "{}");

    assertThat(text(kms.decrypt(blob, ", 'KeyId': '" + OTHER + "'"), "__type"))
        .isEqualTo("IncorrectKeyException");
    assertThat(text(kms.decrypt(blob, ", 'KeyId': '" + ALIAS + "'"), "KeyId")).isEqualTo(ARN);
  }
}
