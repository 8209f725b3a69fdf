package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class KmsSealedCodesTest {
  private final SealedCodes codes = new KmsSealedCodes<>(Seals.key(1));

  private void closed(SealedCodes by, String sealed, NotSent why) {
    assertThatExceptionOfType(MailNotSent.class)
        .isThrownBy(() -> by.open(sealed, Seals.POOL))
        .satisfies(notSent -> assertThat(notSent.why()).isEqualTo(why));
  }

  @Test
  void codeIsOpened() {
    assertThat(codes.open(Seals.seal("402913"), Seals.POOL)).isEqualTo("402913");
  }

  @Test
  void sealIsTheOneThatCognitoUses() {
    byte[] message = Base64.getDecoder().decode(Seals.seal("402913"));
    assertThat(message).startsWith(0x01, 0x80, 0x03, 0x78);
  }

  @Test
  void codeOfAnotherPoolStaysClosed() {
    String foreign = Seals.seal("402913", Map.of("userpool-id", "us-east-1_OTHER"));
    closed(codes, foreign, NotSent.CODE_OF_ANOTHER_POOL);
    closed(codes, Seals.seal("402913", Map.of()), NotSent.CODE_OF_ANOTHER_POOL);
  }

  @Test
  void codeUnderAnotherKeyStaysClosed() {
    closed(new KmsSealedCodes<>(Seals.key(2)), Seals.seal("402913"), NotSent.CODE_UNREADABLE);
  }

  @Test
  void alteredCodeStaysClosed() {
    byte[] message = Base64.getDecoder().decode(Seals.seal("402913"));
    message[message.length - 120] ^= 1;
    closed(codes, Base64.getEncoder().encodeToString(message), NotSent.CODE_UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "402913", "not base64!", "AYADeA=="})
  void whatIsNoSealedCodeStaysClosed(String sealed) {
    closed(codes, sealed, NotSent.CODE_UNREADABLE);
  }

  @Test
  void keyThatIsNotReachedIsWorthAnotherCall() {
    assertThat(NotSent.KEY_UNAVAILABLE.isWorthAnotherCall()).isTrue();
    assertThat(NotSent.CODE_UNREADABLE.isWorthAnotherCall()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "alias/gatehouse",
        "1234abcd-12ab-34cd-56ef-1234567890ab",
        "arn:aws:kms:us-east-1:000000000000:alias/gatehouse",
        "arn:aws:s3:us-east-1:000000000000:key/1234abcd"
      })
  void keyThatIsNoneStopsTheFunction(String arn) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> KmsSealedCodes.from(Map.of("CODE_KEY_ARN", arn)))
        .withMessage("CODE_KEY_ARN must be the ARN of the KMS key, and not of an alias of it");
  }

  @Test
  void keyIsEnoughToStart() {
    String arn = "arn:aws:kms:us-east-1:000000000000:key/1234abcd-12ab-34cd-56ef-1234567890ab";
    assertThat(KmsSealedCodes.from(Map.of("CODE_KEY_ARN", arn))).isNotNull();
  }
}
