package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final String FOLDER = "dev/gatehouse/triggers/emailrules/";
  private static final String NONE_OF_THREE =
      " is none of user@example.com, example.com, *.example.com";

  @Test
  void withoutSettingsEverybodyMaySignUp() {
    EmailRules rules = EmailRules.from(Map.of());
    assertThat(rules.judge("PreSignUp_SignUp", "jane.doe+x@gmail.com")).isEqualTo(new Allowed());
    assertThat(rules.admitNobody()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "closed", "Open", "ALLOWLIST", "open "})
  void unknownModeStopsTheFunction(String mode) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> EmailRules.from(Map.of("EMAIL_MODE", mode)))
        .withMessage("EMAIL_MODE must be open, log or allowlist");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "com",
        "*.com",
        "*@example.com!",
        "a@b@example.com",
        "example.com.",
        ".example.com",
        "ex*mple.com",
        "exämple.com",
        "user@",
        "@",
        "https://example.com",
        "example.com;b.com",
        "*.*.example.com",
        "*@*.example.com"
      })
  void malformedEntryStopsTheFunctionAndIsNamedByItsNumber(String entry) {
    for (String variable :
        List.of("EMAIL_ALLOW", "EMAIL_DENY", "EMAIL_DISPOSABLE_EXTRA", "EMAIL_DISPOSABLE_EXCEPT")) {
      assertThatExceptionOfType(SettingInvalid.class)
          .isThrownBy(() -> EmailRules.from(Map.of(variable, "jane@example.com " + entry)))
          .withMessage(variable + " entry 2" + NONE_OF_THREE);
    }
  }

  @Test
  void entriesAreSeparatedByCommasAndWhiteSpaceAndFolded() {
    AddressList list =
        new Settings(Map.of("EMAIL_ALLOW", " A.com,,b.COM\n@c.com\t*.D.com  Jane@E.com, "))
            .list(EmailSetting.EMAIL_ALLOW, EmailSetting.EMAIL_ALLOW_FILE);
    assertThat(list.domains()).containsExactlyInAnyOrder("a.com", "b.com", "c.com");
    assertThat(list.parents()).containsExactly("d.com");
    assertThat(list.addresses()).containsExactly(new Address("Jane", "e.com"));
  }

  @ParameterizedTest
  @EnumSource
  void wordThatIsNoneStopsTheFunctionWithTheVariablesName(EmailSetting setting) {
    if (!setting.words().isEmpty()) {
      assertThatExceptionOfType(SettingInvalid.class)
          .isThrownBy(() -> EmailRules.from(Map.of(setting.name(), "perhaps")))
          .withMessageStartingWith(setting.name() + " must be " + setting.words().getFirst());
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfASettingIsTaken(EmailSetting setting) {
    for (String word : setting.words()) {
      assertThatCode(() -> EmailRules.from(Map.of(setting.name(), word)))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_MAX_LENGTH, 5, must be a number from 6 to 254",
    "EMAIL_MAX_LENGTH, 255, must be a number from 6 to 254",
    "EMAIL_MAX_LENGTH, many, must be a number from 6 to 254",
    "EMAIL_MX_TIMEOUT_MS, 0, must be a number from 1 to 2000",
    "EMAIL_MX_TIMEOUT_MS, 2001, must be a number from 1 to 2000",
    "EMAIL_SEPARATORS, '', must be one or more of",
    "EMAIL_SEPARATORS, a, must be one or more of",
    "EMAIL_SEPARATORS, +., must be one or more of",
    "EMAIL_ALLOW_FILE, no-such-file.txt, names a file that is not in the archive",
  })
  void whatIsNoneOfAWordStopsTheFunctionToo(String variable, String value, String expected) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> EmailRules.from(Map.of(variable, value)))
        .withMessageStartingWith(variable + " " + expected);
  }

  @Test
  void listOfAFileCountsBesideTheOneOfTheVariable() {
    EmailRules rules =
        EmailRules.from(Map.of("EMAIL_DENY", "here.com", "EMAIL_DENY_FILE", FOLDER + "listed.txt"));
    for (String denied : List.of("here.com", "there.com", "a.below.com", "b.there.com")) {
      assertThat(rules.judge("PreSignUp_SignUp", "jane@" + denied))
          .isEqualTo(new Refused(RefusalCode.EMAIL_NOT_ALLOWED));
    }
    assertThat(rules.judge("PreSignUp_SignUp", "jane@below.com")).isEqualTo(new Allowed());
    assertThat(rules.judge("PreSignUp_SignUp", "jane@comment.com")).isEqualTo(new Allowed());
  }

  @Test
  void malformedEntryOfAFileIsNamedByTheVariableAndItsNumber() {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> EmailRules.from(Map.of("EMAIL_ALLOW_FILE", FOLDER + "malformed.txt")))
        .withMessage("EMAIL_ALLOW_FILE entry 2" + NONE_OF_THREE);
  }
}
