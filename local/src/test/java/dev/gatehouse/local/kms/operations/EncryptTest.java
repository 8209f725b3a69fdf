package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ID;
import static dev.gatehouse.local.kms.TestKms.base64;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.kms.TestKms;
import org.junit.jupiter.api.Test;

class EncryptTest {

  private final TestKms kms = new TestKms();

  @Test
  void longPlaintextIsRefusedAndNotRepeatedInTheMessage() {
    JsonObject error =
        kms.call(
            "Encrypt",
            "{'KeyId': '%s', 'Plaintext': '%s'}".formatted(ID, base64("x".repeat(4097))));

    assertThat(text(error, "message"))
        .isEqualTo(
            "1 validation error detected: Value at 'plaintext' failed to satisfy constraint: Member"
                + " must have length less than or equal to 4096");
  }
}
