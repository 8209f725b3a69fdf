package dev.gatehouse.triggers.presignup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.Decision;
import dev.gatehouse.emailrules.RefusalCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalCodeTest {
  @ParameterizedTest
  @EnumSource
  void sentenceIsShortPlainTextWithoutFullStop(RefusalCode code) {
    assertThat(code.sentence())
        .hasSizeLessThanOrEqualTo(120)
        .matches("[A-Z][\\x20-\\x7e]*[A-Za-z]")
        .doesNotContain("<", ">", "&");
  }

  @ParameterizedTest
  @EnumSource
  void codeCanBeParsedFromTheMessage(RefusalCode code) {
    String shown =
        "PreSignUp failed with error "
            + new SignUpRefused(new Decision.Refused(code)).getMessage()
            + ".";
    assertThat(shown.replaceFirst("^PreSignUp failed with error ([A-Z_]+): (.*?)\\.?$", "$1|$2"))
        .isEqualTo(code.name() + "|" + code.sentence());
  }
}
