package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ALIAS;
import static dev.gatehouse.local.kms.TestKms.ARN;
import static dev.gatehouse.local.kms.TestKms.ID;
import static dev.gatehouse.local.kms.TestKms.OTHER;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.local.kms.TestKms;
import org.junit.jupiter.api.Test;

/** Aliases that clients make, and keys that they disable or let be deleted. */
class AliasAndStateTest {

  private final TestKms kms = new TestKms();

  private String send(String operation, String body) {
    return kms.send(operation, body.replace('\'', '"')).text();
  }

  private String keyOf(String alias) {
    return text(
        kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(alias)).getAsJsonObject("KeyMetadata"),
        "Arn");
  }

  private String state() {
    return text(
        kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(ID)).getAsJsonObject("KeyMetadata"),
        "KeyState");
  }

  private String encryptError() {
    return text(
        kms.call("Encrypt", "{'KeyId': '%s', 'Plaintext': 'eA=='}".formatted(ID)), "__type");
  }

  @Test
  void aliasNamesAKeyThenAnotherThenNone() {
    String alias = "{'AliasName': 'alias/mine', 'TargetKeyId': '%s'}";
    assertThat(send("CreateAlias", alias.formatted(ID))).isEmpty();
    assertThat(keyOf("alias/mine")).isEqualTo(ARN);
    assertThat(send("CreateAlias", alias.formatted(ID)))
        .contains("AlreadyExistsException", "alias/mine already exists");
    assertThat(send("UpdateAlias", alias.formatted(OTHER))).isEmpty();
    assertThat(keyOf("alias/mine")).isEqualTo(OTHER);
    assertThat(send("DeleteAlias", "{'AliasName': 'alias/mine'}")).isEmpty();
    assertThat(send("DeleteAlias", "{'AliasName': 'alias/mine'}")).contains("NotFoundException");
  }

  @Test
  void aliasOfAwsIsRefused() {
    assertThat(
            send("CreateAlias", "{'AliasName': 'alias/aws/s3', 'TargetKeyId': '%s'}".formatted(ID)))
        .contains("ValidationException");
  }

  @Test
  void disabledKeyEncryptsAgainOnceItIsEnabled() {
    assertThat(send("DisableKey", "{'KeyId': '%s'}".formatted(ID))).isEmpty();
    assertThat(state()).isEqualTo("Disabled");
    assertThat(encryptError()).isEqualTo("DisabledException");
    assertThat(send("EnableKey", "{'KeyId': '%s'}".formatted(ID))).isEmpty();
    assertThat(state()).isEqualTo("Enabled");
    assertThat(keyOf(ALIAS)).isEqualTo(ARN);
  }

  @Test
  void keyThatIsToBeDeletedDoesNotEncryptUntilThatIsCancelled() {
    String scheduled =
        send("ScheduleKeyDeletion", "{'KeyId': '%s', 'PendingWindowInDays': 7}".formatted(ID));
    assertThat(scheduled)
        .contains("\"KeyState\":\"PendingDeletion\"", "\"DeletionDate\":1795953600");
    assertThat(state()).isEqualTo("PendingDeletion");
    assertThat(encryptError()).isEqualTo("KMSInvalidStateException");
    assertThat(send("EnableKey", "{'KeyId': '%s'}".formatted(ID)))
        .contains("KMSInvalidStateException");
    assertThat(send("CancelKeyDeletion", "{'KeyId': '%s'}".formatted(ID))).contains(ARN);
    assertThat(state()).isEqualTo("Disabled");
  }
}
