package dev.gatehouse.benchmarks.start.fakeaws;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.benchmarks.start.fakeaws.CannedResponses.FakeResponse;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CannedResponsesTest {
  private final CannedResponses responses = new CannedResponses();

  private FakeResponse decrypt(byte[] ciphertext) {
    String blob = Base64.getEncoder().encodeToString(ciphertext);
    return responses.respond(
        "TrentService.Decrypt", "{\"KeyId\": \"key\", \"CiphertextBlob\": \"%s\"}".formatted(blob));
  }

  @Test
  void dataKeyOfTheFakeIsDecrypted() {
    var key =
        new FakeKmsKey("key")
            .generateDataKey(
                com.amazonaws.encryptionsdk.CryptoAlgorithm
                    .ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384,
                Map.of());
    JsonObject response =
        JsonParser.parseString(decrypt(key.getEncryptedDataKey()).body()).getAsJsonObject();
    assertThat(Base64.getDecoder().decode(response.get("Plaintext").getAsString()))
        .isEqualTo(key.getKey().getEncoded());
    assertThat(response.get("KeyId").getAsString()).isEqualTo("key");
  }

  @Test
  void otherDataKeyIsRefused() {
    FakeResponse response = decrypt(new byte[32]);
    assertThat(response.status()).isEqualTo(400);
    assertThat(response.body()).contains("InvalidCiphertextException");
  }

  /** Priming writes under a condition that is never met. */
  @Test
  void writeOfPrimingIsRefusedAndARealOneIsNot() {
    String never = "{\"ConditionExpression\": \"attribute_exists(sentAt) AND ...\"}";
    String free = "{\"ConditionExpression\": \"attribute_not_exists(sentAt)\"}";
    assertThat(responses.respond("DynamoDB_20120810.UpdateItem", never).status()).isEqualTo(400);
    assertThat(responses.respond("DynamoDB_20120810.UpdateItem", free).status()).isEqualTo(200);
  }

  @Test
  void mailIsAcceptedAndCounted() {
    assertThat(responses.mails()).isZero();
    assertThat(responses.respond("", "Action=SendEmail&Version=2010-12-01").body())
        .contains("MessageId");
    assertThat(responses.mails()).isOne();
  }
}
