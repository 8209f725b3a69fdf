package dev.gatehouse.local.kms.operations;

import static dev.gatehouse.local.kms.TestKms.ACCOUNT;
import static dev.gatehouse.local.kms.TestKms.ALIAS;
import static dev.gatehouse.local.kms.TestKms.ARN;
import static dev.gatehouse.local.kms.TestKms.ID;
import static dev.gatehouse.local.kms.TestKms.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.gatehouse.local.kms.TestKms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DescribeKeyTest {

  private final TestKms kms = new TestKms();

  @ParameterizedTest
  @ValueSource(strings = {ID, ARN, ALIAS, ACCOUNT + ALIAS})
  void keyIsFoundByIdArnAndAlias(String name) {
    JsonObject metadata =
        kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(name)).getAsJsonObject("KeyMetadata");

    assertThat(text(metadata, "KeyId")).isEqualTo(ID);
    assertThat(text(metadata, "Arn")).isEqualTo(ARN);
    assertThat(text(metadata, "KeyState")).isEqualTo("Enabled");
    assertThat(text(metadata, "AWSAccountId")).isEqualTo("000000000000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          key                                  | Invalid keyId 'key'
          11111111-2222-3333-4444-555555555555 | Key 'ACCOUNTkey/11111111-2222-3333-4444-555555555555' does not exist
          alias/other                          | Alias ACCOUNTalias/other is not found.
          arn:aws:kms:eu-west-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab | Invalid arn eu-west-1
          """)
  void unknownKeyIsNotFoundWithTheMessageOfKms(String name, String message) {
    JsonObject error = kms.call("DescribeKey", "{'KeyId': '%s'}".formatted(name));

    assertThat(text(error, "__type")).isEqualTo("NotFoundException");
    assertThat(text(error, "message")).isEqualTo(message.replace("ACCOUNT", ACCOUNT));
  }
}
