package dev.gatehouse.emailrules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.syntax.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailRulesTest {
  private static final String SIGN_UP = "PreSignUp_SignUp";
  private static final String ADMIN = "PreSignUp_AdminCreateUser";
  private static final String EXTERNAL = "PreSignUp_ExternalProvider";

  private static String decision(
      Map<String, String> settings, String source, @Nullable String address) {
    return EmailRules.of(settings).judge(source, address) instanceof Refused refused
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
  void scopeSelectsTheRulesForAdministratorsAndExternalProviders(
      String scope, String address, String expected) {
    Map<String, String> settings = Map.of("ADMIN", scope, "EXTERNAL", scope, "DENY", "denied.com");
    assertThat(decision(settings, ADMIN, address)).isEqualTo(expected);
    assertThat(decision(settings, EXTERNAL, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SIGN_UP,
        "CustomMessage_UpdateUserAttribute",
        "CustomEmailSender_UpdateUserAttribute",
        "PreSignUp_FromTheFuture",
        ""
      })
  void allRulesApplyToAllOtherSources(String source) {
    Map<String, String> settings = Map.of("ADMIN", "off", "EXTERNAL", "off", "ROLE", "reject");
    assertThat(decision(settings, source, "root@a.com")).isEqualTo("EMAIL_NOT_ALLOWED");
    assertThat(decision(settings, source, null)).isEqualTo("EMAIL_REQUIRED");
  }

  @Test
  void externalProviderMayOmitTheAddressIfItIsNotRequired() {
    Map<String, String> settings = Map.of("REQUIRE_EXTERNAL", "false");
    assertThat(decision(settings, EXTERNAL, null)).isEqualTo("ALLOWED");
    assertThat(decision(settings, EXTERNAL, " ")).isEqualTo("ALLOWED");
    assertThat(decision(settings, EXTERNAL, "no address")).isEqualTo("EMAIL_INVALID");
    assertThat(decision(settings, SIGN_UP, null)).isEqualTo("EMAIL_REQUIRED");
    assertThat(decision(Map.of(), EXTERNAL, null)).isEqualTo("EMAIL_REQUIRED");
  }

  @Test
  void addressHasAtMost128Octets() {
    String longest = "a".repeat(64) + "@" + "b".repeat(59) + ".com";
    assertThat(decision(Map.of(), SIGN_UP, longest)).isEqualTo("ALLOWED");
    assertThat(decision(Map.of(), SIGN_UP, longest + "m")).isEqualTo("EMAIL_INVALID");
  }

  @Test
  void ruleWhoseLookupFailsAllowsTheAddressAndReportsIt() {
    List<String> failed = new ArrayList<>();
    RuleListener listener =
        new RuleListener() {
          @Override
          public void refusedBy(String rule) {
            throw new AssertionError(rule);
          }

          @Override
          public void wouldBeRefusedBy(String rule) {
            throw new AssertionError(rule);
          }

          @Override
          public void lookupFailed(String rule) {
            failed.add(rule);
          }
        };
    EmailRule mx =
        new EmailRule(
            "mx",
            Strictness.REJECT,
            RefusalCode.EMAIL_UNDELIVERABLE,
            address -> {
              throw new IllegalStateException("no DNS");
            });
    assertThat(mx.refuses(new Address("jane", "a.com"), listener)).isFalse();
    EmailRules.of(
            Map.of("ONE_ACCOUNT_PER_MAILBOX", "true"),
            canonical -> {
              throw new IllegalStateException("table is down");
            })
        .judge(SIGN_UP, "jane@a.com", listener);
    assertThat(failed).containsExactly("mx", "one-account-per-mailbox");
  }

  @Test
  void mailboxIsLookedUpByItsCanonicalForm() {
    Map<String, String> settings = Map.of("ONE_ACCOUNT_PER_MAILBOX", "true");
    EmailRules rules = EmailRules.of(settings, "janedoe@gmail.com"::equals);
    assertThat(rules.judge(SIGN_UP, "Jane.Doe+x@googlemail.com"))
        .isEqualTo(new Refused(RefusalCode.EMAIL_NOT_ALLOWED));
    assertThat(rules.judge(SIGN_UP, "joe@gmail.com")).isEqualTo(new Allowed());
    assertThat(EmailRules.canonicalForm("Jane.Doe+x@googlemail.com")).hasValue("janedoe@gmail.com");
  }

  @Test
  void mailboxIsNotLookedUpByDefault() {
    EmailRules rules =
        EmailRules.of(
            Map.of(),
            canonical -> {
              throw new AssertionError(canonical);
            });
    assertThat(rules.judge(SIGN_UP, "jane@a.com")).isEqualTo(new Allowed());
  }

  @Test
  void oneAccountPerMailboxIsReadFromTheSettings() {
    assertThat(EmailRules.oneAccountPerMailbox(Map.of())).isFalse();
    assertThat(EmailRules.oneAccountPerMailbox(Map.of("ONE_ACCOUNT_PER_MAILBOX", "true"))).isTrue();
    assertThatExceptionOfType(InvalidRuleSetting.class)
        .isThrownBy(() -> EmailRules.oneAccountPerMailbox(Map.of("SUBADDRESS", "unique")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "jane", "+jane@gmail.com", "jane@localhost", "j\u00f8rgen@a.com"})
  void textThatIsNotAnAddressHasNoCanonicalForm(String text) {
    assertThat(EmailRules.canonicalForm(text)).isEmpty();
  }

  @Test
  void onlyAnEnforcedEmptyAllowListAdmitsNobody() {
    assertThat(EmailRules.of(Map.of("ALLOWLIST", "reject")).admitsNobody()).isTrue();
    assertThat(EmailRules.of(Map.of("ALLOWLIST", "log")).admitsNobody()).isFalse();
    assertThat(EmailRules.of(Map.of("ALLOWLIST", "reject", "ALLOW", "a.com")).admitsNobody())
        .isFalse();
  }
}
