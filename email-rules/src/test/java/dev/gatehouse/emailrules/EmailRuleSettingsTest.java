package dev.gatehouse.emailrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.lists.AddressList;
import dev.gatehouse.emailrules.syntax.Address;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailRuleSettingsTest {
  private static final String FOLDER = "dev/gatehouse/emailrules/";
  private static final String NOT_AN_ENTRY =
      " is none of user@example.com, example.com, *.example.com";

  @Test
  void defaultsAllowOrdinaryAddresses() {
    EmailRules rules = EmailRules.of(Map.of("UNKNOWN", "ignored"));
    assertThat(rules.judge("PreSignUp_SignUp", "jane.doe+x@gmail.com")).isEqualTo(new Allowed());
    assertThat(rules.admitsNobody()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "closed", "Off", "REJECT", "off "})
  void invalidWordIsRefused(String word) {
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.of(Map.of("ALLOWLIST", word)))
        .withMessage("ALLOWLIST must be off, log or reject")
        .satisfies(
            invalid -> {
              assertThat(invalid.setting()).isEqualTo("ALLOWLIST");
              assertThat(invalid.value()).isEqualTo(word);
              assertThat(invalid.reason()).isEqualTo("must be off, log or reject");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "ALLOWLIST, open, off",
    "ALLOWLIST, allowlist, reject",
    "IDN, alabel, off",
    "RELAY, allow, off",
    "ROLE, allow, off",
    "SUBADDRESS, allow, off",
    "SUBADDRESS, block, reject",
    "PROVIDER_RULES, on, reject",
    "MX, check, reject",
  })
  void retiredWordIsRefusedWithTheNewOne(String setting, String retired, String word) {
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.of(Map.of(setting, retired)))
        .withMessage(
            "%s must be off, log or reject: write %s instead of %s", setting, word, retired);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SUBADDRESS|unique|must be off, log or reject: for one account per mailbox set"
            + " ONE_ACCOUNT_PER_MAILBOX to true",
        "IDN|ulabel|must be off, log or reject: write off, which accepts A-labels (xn--) only",
        "MODE|open|is retired: set ALLOWLIST to off, log or reject",
        "SEPARATORS|+=#|is retired: remove it, a sub-address begins at +, = or #",
        "MAX_LENGTH|128|is retired: remove it, an address has at most 128 octets",
        "MX_TIMEOUT_MS|800|is retired: remove it, the lookup takes at most 800 milliseconds",
      })
  void retiredSettingIsRefusedWithItsReplacement(String setting, String value, String reason) {
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.of(Map.of(setting, value)))
        .withMessage(setting + " " + reason);
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
        "*@*.example.com",
        "+jane@gmail.com"
      })
  void malformedEntryIsRefusedByItsNumber(String entry) {
    for (String setting : List.of("ALLOW", "DENY", "DISPOSABLE_EXTRA", "DISPOSABLE_EXCEPT")) {
      assertThatExceptionOfType(InvalidRuleSetting.class)
          .isThrownBy(
              () ->
                  EmailRules.of(Map.of(setting, "jane@example.com " + entry, "DISPOSABLE", "off")))
          .withMessage(setting + " entry 2" + NOT_AN_ENTRY);
    }
  }

  @Test
  void entriesAreSeparatedByCommasAndWhiteSpaceInAnyCase() {
    AddressList list =
        new EmailRuleSettings(Map.of("ALLOW", " A.com,,b.COM\n@c.com\t*.D.com  Jane@E.com, "))
            .list(EmailRuleSetting.ALLOW);
    assertThat(list.domains()).containsExactlyInAnyOrder("a.com", "b.com", "c.com");
    assertThat(list.parents()).containsExactly("d.com");
    assertThat(list.addresses()).containsExactly(new Address("Jane", "e.com"));
  }

  @ParameterizedTest
  @EnumSource
  void invalidWordOfEverySettingIsRefused(EmailRuleSetting setting) {
    if (!setting.words().isEmpty()) {
      assertThatExceptionOfType(InvalidRuleSetting.class)
          .isThrownBy(() -> EmailRules.of(Map.of(setting.name(), "perhaps")))
          .withMessageStartingWith(setting.name() + " must be " + setting.words().get(0));
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyWordOfEverySettingIsAccepted(EmailRuleSetting setting) {
    for (String word : setting.words()) {
      assertThatCode(() -> EmailRules.of(Map.of(setting.name(), word))).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyListHasAFile(EmailRuleSetting setting) {
    if (setting.isList()) {
      assertThat(setting.file().isFile()).isTrue();
    }
  }

  @Test
  void entriesOfAFileAreAddedToThoseOfTheSetting() {
    EmailRules rules =
        EmailRules.of(Map.of("DENY", "here.com", "DENY_FILE", FOLDER + "listed.txt"));
    for (String denied : List.of("here.com", "there.com", "a.below.com", "b.there.com")) {
      assertThat(rules.judge("PreSignUp_SignUp", "jane@" + denied))
          .isEqualTo(new Refused(RefusalCode.EMAIL_NOT_ALLOWED));
    }
    assertThat(rules.judge("PreSignUp_SignUp", "jane@below.com")).isEqualTo(new Allowed());
    assertThat(rules.judge("PreSignUp_SignUp", "jane@comment.com")).isEqualTo(new Allowed());
  }

  @Test
  void malformedEntryOfAFileIsRefusedByItsNumber() {
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.of(Map.of("ALLOW_FILE", FOLDER + "malformed.txt")))
        .withMessage("ALLOW_FILE entry 2" + NOT_AN_ENTRY);
  }

  @Test
  void missingFileIsRefused() {
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.of(Map.of("ALLOW_FILE", "no-such-file.txt")))
        .withMessage("ALLOW_FILE names a file that is not in the archive");
  }
}
