package dev.gatehouse.benchmarks.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.gatehouse.benchmarks.start.Answers.Answer;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersTest {
  private final Answers answers = new Answers();

  private Answer decrypt(byte[] sealed) {
    String blob = Base64.getEncoder().encodeToString(sealed);
    return answers.to(
        "TrentService.Decrypt", "{\"KeyId\": \"key\", \"CiphertextBlob\": \"%s\"}".formatted(blob));
  }

  @Test
  void dataKeyThatWasSealedHereIsOpened() {
    var key =
        new CodeKey("key")
            .generateDataKey(
                com.amazonaws.encryptionsdk.CryptoAlgorithm
                    .ALG_AES_256_GCM_IV12_TAG16_HKDF_SHA384_ECDSA_P384,
                Map.of());
    JsonObject answer =
        JsonParser.parseString(decrypt(key.getEncryptedDataKey()).body()).getAsJsonObject();
    assertThat(Base64.getDecoder().decode(answer.get("Plaintext").getAsString()))
        .isEqualTo(key.getKey().getEncoded());
    assertThat(answer.get("KeyId").getAsString()).isEqualTo("key");
  }

  @Test
  void dataKeyFromElsewhereIsRefused() {
    Answer answer = decrypt(new byte[32]);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("InvalidCiphertextException");
  }

  /** Priming writes under conditions that never hold; what holds, holds. */
  @Test
  void writeOfTheRehearsalIsRefusedAndTheRealOneIsNot() {
    String never = "{\"ConditionExpression\": \"attribute_exists(sentAt) AND ...\"}";
    String free = "{\"ConditionExpression\": \"attribute_not_exists(sentAt)\"}";
    assertThat(answers.to("DynamoDB_20120810.UpdateItem", never).status()).isEqualTo(400);
    assertThat(answers.to("DynamoDB_20120810.UpdateItem", free).status()).isEqualTo(200);
  }

  @Test
  void mailIsTakenAndCounted() {
    assertThat(answers.mails()).isZero();
    assertThat(answers.to("", "Action=SendEmail&Version=2010-12-01").body()).contains("MessageId");
    assertThat(answers.mails()).isOne();
  }
}
