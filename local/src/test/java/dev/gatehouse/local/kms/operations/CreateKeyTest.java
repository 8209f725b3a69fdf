package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ALIAS;
import static dev.gatehouse.local.kms.TestKms.DISABLED;
import static dev.gatehouse.local.kms.TestKms.ID;
import static dev.gatehouse.local.kms.TestKms.OTHER;
import static dev.gatehouse.local.kms.TestKms.base64;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.dynamodb.store.Store;
import dev.gatehouse.local.kms.TestKms;
import dev.gatehouse.local.state.StateStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CreateKeyTest {

  private final TestKms kms = new TestKms();

  private static JsonObject create(TestKms kms) {
    return kms.call("CreateKey", "{'Description': 'more', 'KeySpec': 'SYMMETRIC_DEFAULT'}")
        .getAsJsonObject("KeyMetadata");
  }

  private static String encrypt(TestKms kms, String keyId) {
    return text(
        kms.call("Encrypt", "{'KeyId': '%s', 'Plaintext': '%s'}".formatted(keyId, base64("x"))),
        "CiphertextBlob");
  }

  @Test
  void createdKeyEncrypts() {
    JsonObject key = create(kms);

    assertThat(text(key, "Description")).isEqualTo("more");
    assertThat(text(key, "KeyState")).isEqualTo("Enabled");
    assertThat(text(kms.decrypt(encrypt(kms, text(key, "KeyId")), ""), "KeyId"))
        .isEqualTo(text(key, "Arn"));
  }

  @Test
  void keysAndAliasesAreListed() {
    String id = text(create(kms), "KeyId");

    assertThat(kms.call("ListKeys", "{}").getAsJsonArray("Keys"))
        .hasSize(4)
        .anyMatch(key -> text(key.getAsJsonObject(), "KeyId").equals(id));
    assertThat(kms.call("ListAliases", "{}").getAsJsonArray("Aliases").toString())
        .contains("\"AliasName\":\"" + ALIAS + "\"", "\"TargetKeyId\":\"" + ID + "\"");
    assertThat(
            kms.call("ListAliases", "{'KeyId': '%s'}".formatted(OTHER)).getAsJsonArray("Aliases"))
        .isEmpty();
    assertThat(text(kms.call("ListAliases", "{'KeyId': 'x'}"), "__type"))
        .isEqualTo("NotFoundException");
  }

  @Test
  void dataDirectoryKeepsCreatedKeys() {
    Store store = Store.inMemory();
    TestKms first = new TestKms(TestKms.plan("{}"), StateStore.in(store));
    String id = text(create(first), "KeyId");
    String blob = encrypt(first, id);

    TestKms second = new TestKms(TestKms.plan("{}"), StateStore.in(store));

    assertThat(text(second.decrypt(blob, ""), "Plaintext")).isEqualTo(base64("x"));
    assertThat(
            text(
                second
                    .call("DescribeKey", "{'KeyId': '%s'}".formatted(id))
                    .getAsJsonObject("KeyMetadata"),
                "Description"))
        .isEqualTo("more");
  }

  private static String state(TestKms kms, String keyId) {
    return text(
        kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(keyId)).getAsJsonObject("KeyMetadata"),
        "KeyState");
  }

  @Test
  void dataDirectoryKeepsAliasesAndTheStatesOfKeys() {
    Store store = Store.inMemory();
    TestKms first = new TestKms(TestKms.plan("{}"), StateStore.in(store));
    String id = text(create(first), "KeyId");
    first.send("CreateAlias", "{\"AliasName\":\"alias/mine\",\"TargetKeyId\":\"" + id + "\"}");
    first.send("DeleteAlias", "{\"AliasName\":\"" + ALIAS + "\"}");
    first.send("DisableKey", "{\"KeyId\":\"" + OTHER + "\"}");
    first.send("ScheduleKeyDeletion", "{\"KeyId\":\"" + id + "\"}");
    first.send("EnableKey", "{\"KeyId\":\"" + DISABLED + "\"}");

    TestKms second = new TestKms(TestKms.plan("{}"), StateStore.in(store));

    assertThat(state(second, "alias/mine")).isEqualTo("PendingDeletion");
    assertThat(state(second, OTHER)).isEqualTo("Disabled");
    assertThat(state(second, DISABLED)).isEqualTo("Enabled");
    assertThat(state(second, ID)).isEqualTo("Enabled");
    assertThat(text(second.call("DescribeKey", "{'KeyId': '%s'}".formatted(ALIAS)), "__type"))
        .isEqualTo("NotFoundException");
  }

  @ParameterizedTest
  @CsvSource({
    "KeySpec, RSA_2048",
    "CustomerMasterKeySpec, HMAC_256",
    "KeyUsage, SIGN_VERIFY",
    "Origin, EXTERNAL"
  })
  void otherKindsOfKeyAreRefusedByName(String member, String value) {
    JsonObject error = kms.call("CreateKey", "{'%s': '%s'}".formatted(member, value));

    assertThat(text(error, "__type")).isEqualTo("UnsupportedOperationException");
    assertThat(text(error, "message")).contains(member);
    assertThat(kms.call("CreateKey", "{'MultiRegion': true}").toString()).contains("MultiRegion");
  }
}
