package dev.gatehouse.local.kms;

import static dev.gatehouse.local.kms.KmsUnderTest.ACCOUNT;
import static dev.gatehouse.local.kms.KmsUnderTest.ALIAS;
import static dev.gatehouse.local.kms.KmsUnderTest.ARN;
import static dev.gatehouse.local.kms.KmsUnderTest.DISABLED;
import static dev.gatehouse.local.kms.KmsUnderTest.ID;
import static dev.gatehouse.local.kms.KmsUnderTest.OTHER;
import static dev.gatehouse.local.kms.KmsUnderTest.base64;
import static dev.gatehouse.local.kms.KmsUnderTest.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KmsTest {

  private final KmsUnderTest kms = new KmsUnderTest();

  @Test
  void whatWasEncryptedIsDecryptedWithoutNamingTheKey() {
    JsonObject answer = kms.decrypt(kms.encrypted("471199", "{}"), "");

    assertThat(answer.toString())
        .isEqualTo(
            "{\"Plaintext\":\"%s\",\"KeyId\":\"%s\",\"EncryptionAlgorithm\":\"SYMMETRIC_DEFAULT\"}"
                .formatted(base64("471199"), ARN));
  }

  @Test
  void contextIsBoundWhateverItsOrder() {
    String blob = kms.encrypted("471199", "{'a': '1', 'b': '2'}");

    assertThat(text(kms.decrypt(blob, ", 'EncryptionContext': {'b': '2', 'a': '1'}"), "Plaintext"))
        .isEqualTo(base64("471199"));
    for (String wrong : new String[] {"{}", "{'a': '1'}", "{'a': '1', 'b': '3'}", "{'a': '1b2'}"}) {
      assertThat(kms.decrypt(blob, ", 'EncryptionContext': " + wrong).toString())
          .as(wrong)
          .isEqualTo("{\"__type\":\"InvalidCiphertextException\"}");
    }
  }

  @Test
  void alteredAndForeignCiphertextIsRefusedWithoutAReason() {
    byte[] blob = Base64.getDecoder().decode(kms.encrypted("471199", "{}"));
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
  void dataKeyComesPlainAndSealed() {
    JsonObject key =
        kms.call("GenerateDataKey", "{'KeyId': '%s', 'KeySpec': 'AES_256'}".formatted(ALIAS));

    assertThat(key.keySet()).containsExactly("CiphertextBlob", "Plaintext", "KeyId");
    assertThat(text(key, "KeyId")).isEqualTo(ARN);
    assertThat(Base64.getDecoder().decode(text(key, "Plaintext"))).hasSize(32);
    assertThat(kms.decrypt(text(key, "CiphertextBlob"), "").get("Plaintext"))
        .isEqualTo(key.get("Plaintext"));
  }

  @Test
  void dataKeyWithoutPlaintextShowsNone() {
    JsonObject key =
        kms.call(
            "GenerateDataKeyWithoutPlaintext",
            "{'KeyId': '%s', 'NumberOfBytes': 64}".formatted(ARN));

    assertThat(key.keySet()).containsExactly("CiphertextBlob", "KeyId");
    String plain = text(kms.decrypt(text(key, "CiphertextBlob"), ""), "Plaintext");
    assertThat(Base64.getDecoder().decode(plain)).hasSize(64);
  }

  @ParameterizedTest
  @ValueSource(strings = {ID, ARN, ALIAS, ACCOUNT + ALIAS})
  void keyIsDescribedByEveryNameItHas(String name) {
    JsonObject metadata =
        kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(name)).getAsJsonObject("KeyMetadata");

    assertThat(text(metadata, "KeyId")).isEqualTo(ID);
    assertThat(text(metadata, "Arn")).isEqualTo(ARN);
    assertThat(text(metadata, "KeyState")).isEqualTo("Enabled");
    assertThat(text(metadata, "AWSAccountId")).isEqualTo("000000000000");
  }

  @Test
  void disabledKeyIsDescribedAndDoesNothing() {
    String named = "{'KeyId': '%s', 'KeySpec': 'AES_256'}".formatted(DISABLED);

    assertThat(kms.call("GenerateDataKey", named).toString())
        .isEqualTo(
            "{\"__type\":\"DisabledException\",\"message\":\"%s is disabled.\"}"
                .formatted(DISABLED));
    assertThat(
            text(
                kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(DISABLED))
                    .getAsJsonObject("KeyMetadata"),
                "KeyState"))
        .isEqualTo("Disabled");
    assertThat(kms.keys().unusable(DISABLED)).isEqualTo(DISABLED + " is disabled.");
  }

  @Test
  void anotherKeyThanTheOneNamedIsIncorrect() {
    String blob = kms.encrypted("471199", "{}");

    assertThat(text(kms.decrypt(blob, ", 'KeyId': '" + OTHER + "'"), "__type"))
        .isEqualTo("IncorrectKeyException");
    assertThat(text(kms.decrypt(blob, ", 'KeyId': '" + ALIAS + "'"), "KeyId")).isEqualTo(ARN);
  }

  @Test
  void secretsOutliveTheMachineWithADirectoryAndNotWithoutOne(@TempDir Path data) {
    KmsUnderTest first = new KmsUnderTest(KmsUnderTest.plan("{}"), data);
    String blob = first.encrypted("471199", "{}");

    KmsUnderTest second = new KmsUnderTest(KmsUnderTest.plan("{}"), data);
    assertThat(text(second.decrypt(blob, ""), "Plaintext")).isEqualTo(base64("471199"));
    assertThat(text(kms.decrypt(blob, ""), "__type")).isEqualTo("InvalidCiphertextException");
  }
}
