package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.emailrules.Decision.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailRulesTest {
  private static final String ADMIN = "PreSignUp_AdminCreateUser";
  private static final String EXTERNAL = "PreSignUp_ExternalProvider";

  private static String answer(
      Map<String, String> environment, String source, @Nullable String address) {
    return EmailRules.from(environment).judge(source, address) instanceof Refused refused
        ? refused.code().name()
        : "ALLOWED";
  }

  @ParameterizedTest
  @CsvSource({
    "off, no address, ALLOWED",
    "syntax, no address, EMAIL_INVALID",
    "syntax, jane@example.com, EMAIL_UNDELIVERABLE",
    "syntax, jane@denied.com, ALLOWED",
    "full, jane@denied.com, EMAIL_NOT_ALLOWED",
  })
  void administratorsAndProvidersAreHeldToAsMuchAsIsSet(
      String extent, String address, String expected) {
    Map<String, String> settings =
        Map.of("EMAIL_ADMIN", extent, "EMAIL_EXTERNAL", extent, "EMAIL_DENY", "denied.com");
    assertThat(answer(settings, ADMIN, address)).isEqualTo(expected);
    assertThat(answer(settings, EXTERNAL, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PreSignUp_SignUp",
        "CustomMessage_UpdateUserAttribute",
        "CustomEmailSender_UpdateUserAttribute",
        "PreSignUp_FromTheFuture",
        ""
      })
  void everybodyElseIsHeldToEveryRule(String source) {
    Map<String, String> settings =
        Map.of("EMAIL_ADMIN", "off", "EMAIL_EXTERNAL", "off", "EMAIL_ROLE", "reject");
    assertThat(answer(settings, source, "root@a.com")).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(answer(settings, source, null)).isEqualTo("EMAIL_REQUIRED");
  }

  @Test
  void providerMayKeepTheAddressToItselfIfThatIsSet() {
    Map<String, String> settings = Map.of("EMAIL_REQUIRE_EXTERNAL", "false");
    assertThat(answer(settings, EXTERNAL, null)).isEqualTo("ALLOWED");
    assertThat(answer(settings, EXTERNAL, " ")).isEqualTo("ALLOWED");
    assertThat(answer(settings, EXTERNAL, "no address")).isEqualTo("EMAIL_INVALID");
    assertThat(answer(settings, "PreSignUp_SignUp", null)).isEqualTo("EMAIL_REQUIRED");
    assertThat(answer(Map.of(), EXTERNAL, null)).isEqualTo("EMAIL_REQUIRED");
  }

  @Test
  void addressIsAsLongAsAUserNameMayBe() {
    String longest = "a".repeat(64) + "@" + "b".repeat(59) + ".com";
    assertThat(answer(Map.of(), "PreSignUp_SignUp", longest)).isEqualTo("ALLOWED");
    assertThat(answer(Map.of(), "PreSignUp_SignUp", longest + "m")).isEqualTo("EMAIL_INVALID");
    assertThat(answer(Map.of("EMAIL_MAX_LENGTH", "254"), "PreSignUp_SignUp", longest + "m"))
        .isEqualTo("ALLOWED");
  }

  @Test
  void ruleThatFailsIsPassedOverAndSaidToBe() {
    List<String> unanswered = new ArrayList<>();
    Witness witness =
        new Witness() {
          @Override
          public void refusedBy(String rule) {
            throw new AssertionError(rule);
          }

          @Override
          public void wouldBeRefusedBy(String rule) {
            throw new AssertionError(rule);
          }

          @Override
          public void unanswered(String rule) {
            unanswered.add(rule);
          }
        };
    Check broken =
        new Check(
            "mx",
            Strictness.STRICT,
            RefusalCode.EMAIL_UNDELIVERABLE,
            address -> {
              throw new Unanswered(new IllegalStateException());
            });
    assertThat(broken.refuses(new Address("jane", "a.com"), witness)).isFalse();
    assertThat(unanswered).containsExactly("mx");
  }

  @Test
  void onlyAnEmptyAllowListThatIsEnforcedAdmitsNobody() {
    assertThat(EmailRules.from(Map.of("EMAIL_MODE", "allowlist")).admitNobody()).isTrue();
    assertThat(EmailRules.from(Map.of("EMAIL_MODE", "log")).admitNobody()).isFalse();
    assertThat(
            EmailRules.from(Map.of("EMAIL_MODE", "allowlist", "EMAIL_ALLOW", "a.com"))
                .admitNobody())
        .isFalse();
  }
}
