package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ARN;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.kms.TestKms;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class GenerateDataKeyWithoutPlaintextTest {

  private final TestKms kms = new TestKms();

  @Test
  void dataKeyIsReturnedEncryptedOnly() {
    JsonObject key =
        kms.call(
            "GenerateDataKeyWithoutPlaintext",
            "{'KeyId': '%s', 'NumberOfBytes': 64}".formatted(ARN));

    assertThat(key.keySet()).containsExactly("CiphertextBlob", "KeyId");
    String plain = text(kms.decrypt(text(key, "CiphertextBlob"), ""), "Plaintext");
    assertThat(Base64.getDecoder().decode(plain)).hasSize(64);
  }
}
