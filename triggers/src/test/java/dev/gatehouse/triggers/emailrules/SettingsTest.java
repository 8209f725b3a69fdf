package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  @Test
  void withoutSettingsEverybodyMaySignUp() {
    AllowAndDeny lists = Settings.from(Map.of());
    assertThat(lists.listedOnly()).isFalse();
    assertThat(lists.allow().isEmpty()).isTrue();
    assertThat(lists.deny().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "closed", "Open", "ALLOWLIST", "open "})
  void unknownModeStopsTheFunction(String mode) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> Settings.from(Map.of("EMAIL_MODE", mode)))
        .withMessage("EMAIL_MODE must be open or allowlist");
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
    for (String variable : new String[] {"EMAIL_ALLOW", "EMAIL_DENY"}) {
      assertThatExceptionOfType(SettingInvalid.class)
          .isThrownBy(() -> Settings.from(Map.of(variable, "jane@example.com " + entry)))
          .withMessage(
              variable + " entry 2 is none of user@example.com, example.com, *.example.com");
    }
  }

  @Test
  void entriesAreSeparatedByCommasAndWhiteSpaceAndFolded() {
    AddressList list = AddressList.parse(" A.com,,b.COM\n@c.com\t*.D.com  Jane@E.com, ");
    assertThat(list.domains()).containsExactlyInAnyOrder("a.com", "b.com", "c.com");
    assertThat(list.parents()).containsExactly("d.com");
    assertThat(list.addresses()).containsExactly("jane@e.com");
  }
}
