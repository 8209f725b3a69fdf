package dev.gatehouse.local.kms;

import static dev.gatehouse.local.kms.TestKms.DISABLED;
import static dev.gatehouse.local.kms.TestKms.base64;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.state.StateStore;
import org.junit.jupiter.api.Test;

class KmsTest {

  private final TestKms kms = new TestKms();

  @Test
  void disabledKeyIsDescribedButNotUsable() {
    String request = "{'KeyId': '%s', 'KeySpec': 'AES_256'}".formatted(DISABLED);

    assertThat(kms.call("GenerateDataKey", request).toString())
        .isEqualTo(
            "{\"__type\":\"DisabledException\",\"message\":\"%s is disabled.\"}"
                .formatted(DISABLED));
    assertThat(
            text(
                kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(DISABLED))
                    .getAsJsonObject("KeyMetadata"),
                "KeyState"))
        .isEqualTo("Disabled");
    assertThat(kms.dataKeys().unusable(DISABLED, "us-east-1_A"))
        .isEqualTo(DISABLED + " is disabled.");
  }

  @Test
  void keyMaterialSurvivesARestartWithADataDirectoryOnly() {
    Store store = Store.inMemory();
    TestKms first = new TestKms(TestKms.plan("{}"), StateStore.in(store));
    String blob = first.encrypt("471199", "{}");

    TestKms second = new TestKms(TestKms.plan("{}"), StateStore.in(store));
    assertThat(text(second.decrypt(blob, ""), "Plaintext")).isEqualTo(base64("471199"));
    assertThat(text(kms.decrypt(blob, ""), "__type")).isEqualTo("InvalidCiphertextException");
  }

  @Test
  void unsupportedRequestIsRefusedByName() {
    assertThat(kms.call("CreateGrant", "{}").toString())
        .isEqualTo(
            "{\"__type\":\"UnknownOperationException\",\"message\":\"TrentService.CreateGrant is"
                + " not supported by the local emulator; see"
                + " https://github.com/gatehouse-dev/gatehouse/blob/main/local/README.md#kms\"}");
    assertThat(text(kms.call("DescribeKey", "{'KeyId': 'x', 'DryRun': true}"), "message"))
        .isEqualTo("The local emulator does not support parameter DryRun of DescribeKey");
    String algorithm = ", 'EncryptionAlgorithm': 'RSAES_OAEP_SHA_256'";
    assertThat(text(kms.decrypt("YQ==", algorithm), "__type"))
        .isEqualTo("UnsupportedOperationException");
  }

  @Test
  void malformedRequestIsRefusedInTheFormatOfAws() {
    assertThat(text(kms.call("Decrypt", "[]"), "__type")).isEqualTo("SerializationException");
    assertThat(kms.call("Decrypt", "{}").toString())
        .isEqualTo(
            "{\"__type\":\"ValidationException\",\"message\":\"1 validation error detected: Value"
                + " at 'ciphertextBlob' failed to satisfy constraint: Member must not be null\"}");
    assertThat(kms.send("Decrypt", "{").status()).isEqualTo(400);
  }
}
