package dev.gatehouse.emailrules.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.EmailRules;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AllowAndDenyTest {
  private static boolean isAllowed(String allow, String deny, boolean listedOnly, String address) {
    EmailRules rules =
        EmailRules.of(
            Map.of(
                "ALLOWLIST",
                listedOnly ? "reject" : "off",
                "ALLOW",
                allow,
                "DENY",
                deny,
                "SPECIAL_USE",
                "off"));
    return rules.judge("PreSignUp_SignUp", address) instanceof Allowed;
  }

  @Test
  void emptyAllowListRefusesEveryAddress() {
    assertThat(isAllowed("", "", true, "jane@example.com")).isFalse();
  }

  @Test
  void noListAllowsEveryAddress() {
    assertThat(isAllowed("", "", false, "jane@example.com")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "a.com, jane@a.com, true",
    "a.com, jane@A.COM, true",
    "a.com, jane@b.a.com, false",
    "a.com, jane@nota.com, false",
    "a.com, jane@a.com.evil.com, false",
    "*.a.com, jane@b.a.com, true",
    "*.a.com, jane@c.b.a.com, true",
    "*.a.com, jane@a.com, false",
    "*.a.com, jane@b.nota.com, false",
    "jane@a.com, JANE@a.com, true",
    "jane@a.com, jane+x@a.com, false",
    "jane@a.com, joe@a.com, false",
  })
  void allowEntryMatchesExactly(String allow, String address, boolean allowed) {
    assertThat(isAllowed(allow, "", true, address)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "a.com, jane@a.com, false",
    "a.com, jane@A.COM, false",
    "a.com, jane@c.b.a.com, false",
    "a.com, jane@nota.com, true",
    "a.com, jane@a.com.org, true",
    "*.a.com, jane@a.com, true",
    "*.a.com, jane@b.a.com, false",
    "jane@a.com, JANE@A.com, false",
    "jane@a.com, joe@a.com, true",
    "jane@a.com, jane+x@a.com, false",
    "jane+x@a.com, jane@a.com, false",
    "jane@a.com, jane-x@a.com, true",
    "jane@a.com, janet@a.com, true",
    "j.doe@gmail.com, jdoe@googlemail.com, false",
    "j.doe@a.com, jdoe@a.com, true",
    "jane@fastmail.com, shop@jane.fastmail.com, false",
    "jane@ya.ru, jane+x@yandex.com, false",
    "jane@yahoo.fr, jane-x@yahoo.fr, false",
    "googlemail.com, jane@gmail.com, true",
  })
  void denyEntryMatchesSubdomainsAndSubaddresses(String deny, String address, boolean allowed) {
    assertThat(isAllowed("", deny, false, address)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "a.com, a.com, jane@a.com, true",
    "jane@a.com, jane@a.com, jane@a.com, true",
    "jane@a.com, a.com, jane@a.com, true",
    "a.com, jane@a.com, jane@a.com, false",
    "a.com, *.a.com, jane@b.a.com, false",
    "b.a.com, a.com, jane@b.a.com, true",
    "*.b.a.com, a.com, jane@c.b.a.com, true",
    "*.a.com, b.a.com, jane@c.b.a.com, false",
    "*.a.com, *.a.com, jane@b.a.com, true",
  })
  void moreSpecificEntryWinsAndATieIsAllowed(
      String allow, String deny, String address, boolean allowed) {
    assertThat(isAllowed(allow, deny, false, address)).isEqualTo(allowed);
  }
}
