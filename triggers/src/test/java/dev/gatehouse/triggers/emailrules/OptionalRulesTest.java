package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.emailrules.Decision.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OptionalRulesTest {
  /** Reads {@code EMAIL_ROLE=reject EMAIL_DENY=a.com}. */
  private static Map<String, String> environment(String settings) {
    Map<String, String> environment = new HashMap<>();
    for (String setting : settings.split(" ", -1)) {
      environment.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return environment;
  }

  private static String answer(String settings, String address) {
    return EmailRules.from(environment(settings)).judge("PreSignUp_SignUp", address)
            instanceof Refused refused
        ? refused.code().name()
        : "ALLOWED";
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_SPECIAL_USE=reject, jane@example.com, EMAIL_UNDELIVERABLE",
    "EMAIL_SPECIAL_USE=reject, jane@a.b.EXAMPLE.org, EMAIL_UNDELIVERABLE",
    "EMAIL_SPECIAL_USE=reject, jane@printer.local, EMAIL_UNDELIVERABLE",
    "EMAIL_SPECIAL_USE=reject, jane@notexample.com, ALLOWED",
    "EMAIL_SPECIAL_USE=reject, jane@example.com.de, ALLOWED",
    "EMAIL_SPECIAL_USE=reject, jane@noreply.github.com, ALLOWED",
    "EMAIL_SPECIAL_USE=reject EMAIL_ALLOW=example.com, jane@example.com, EMAIL_UNDELIVERABLE",
    "EMAIL_SPECIAL_USE=off, jane@example.com, ALLOWED",
    "EMAIL_RELAY=reject, x@duck.com, EMAIL_NOT_ALLOWED",
    "EMAIL_RELAY=reject, x@jane.anonaddy.com, EMAIL_NOT_ALLOWED",
    "EMAIL_RELAY=reject, x@PrivateRelay.AppleID.com, EMAIL_NOT_ALLOWED",
    "EMAIL_RELAY=reject, x@appleid.com, ALLOWED",
    "EMAIL_RELAY=reject EMAIL_ALLOW=duck.com, x@duck.com, ALLOWED",
    "EMAIL_RELAY=allow EMAIL_DISPOSABLE_EXTRA=duck.com, x@duck.com, ALLOWED",
    "EMAIL_DISPOSABLE=reject, x@a.b.mailinator.com, EMAIL_DISPOSABLE",
    "EMAIL_DISPOSABLE=reject, x@mailinator.com.de, ALLOWED",
    "EMAIL_DISPOSABLE_EXTRA=a.com, x@b.a.com, EMAIL_DISPOSABLE",
    "EMAIL_DISPOSABLE_EXTRA=*.a.com, x@b.a.com, EMAIL_DISPOSABLE",
    "EMAIL_DISPOSABLE_EXTRA=*.a.com, x@a.com, ALLOWED",
    "EMAIL_DISPOSABLE_EXTRA=a.com EMAIL_DISPOSABLE_EXCEPT=b.a.com, x@c.b.a.com, ALLOWED",
    "EMAIL_DISPOSABLE_EXTRA=b.a.com EMAIL_DISPOSABLE_EXCEPT=a.com, x@b.a.com, EMAIL_DISPOSABLE",
    "EMAIL_DISPOSABLE_EXTRA=a.com EMAIL_DISPOSABLE_EXCEPT=a.com, x@a.com, ALLOWED",
    "EMAIL_DISPOSABLE_EXCEPT=mailinator.com, x@mailinator.com, ALLOWED",
    "EMAIL_DISPOSABLE_EXCEPT=mailinator.com, x@sub.mailinator.com, ALLOWED",
    "EMAIL_DISPOSABLE_EXCEPT=sub.mailinator.com, x@mailinator.com, EMAIL_DISPOSABLE",
    "EMAIL_TYPO=reject, jane@GAMIL.com, EMAIL_UNDELIVERABLE",
    "EMAIL_TYPO=reject, jane@mail.gamil.com, ALLOWED",
    "EMAIL_TYPO=off, jane@gamil.com, ALLOWED",
    "EMAIL_PROVIDER_RULES=on, abcde@gmail.com, EMAIL_INVALID",
    "EMAIL_PROVIDER_RULES=on, a.b.c.d.e@gmail.com, EMAIL_INVALID",
    "EMAIL_PROVIDER_RULES=on, abcde+longtag@googlemail.com, EMAIL_INVALID",
    "EMAIL_PROVIDER_RULES=on, ABC.def+x@gmail.com, ALLOWED",
    "EMAIL_PROVIDER_RULES=on, abcdefghijabcdefghijabcdefghijk@gmail.com, EMAIL_INVALID",
    "EMAIL_PROVIDER_RULES=on, abc-def@gmail.com, EMAIL_INVALID",
    "EMAIL_PROVIDER_RULES=on, ab@icloud.com, ALLOWED",
    "EMAIL_ROLE=reject, INFO@a.com, EMAIL_NOT_ALLOWED",
    "EMAIL_ROLE=reject, no-reply@yahoo.com, EMAIL_NOT_ALLOWED",
    "EMAIL_ROLE=reject, info-x@yahoo.com, EMAIL_NOT_ALLOWED",
    "EMAIL_ROLE=reject, info-x@a.com, ALLOWED",
    "EMAIL_ROLE=reject, root=x@a.com, EMAIL_NOT_ALLOWED",
    "EMAIL_SUBADDRESS=block, jane#x@a.com, EMAIL_SUBADDRESS",
    "EMAIL_SUBADDRESS=block, x@jane.fastmail.com, EMAIL_SUBADDRESS",
    "EMAIL_SUBADDRESS=block EMAIL_SEPARATORS=-, jane+x@a.com, ALLOWED",
    "EMAIL_SUBADDRESS=block EMAIL_ALLOW=a.com, jane+x@a.com, ALLOWED",
    "EMAIL_SUBADDRESS=unique, jane+x@a.com, ALLOWED",
    "EMAIL_SUBADDRESS=off, +jane@gmail.com, EMAIL_INVALID",
    "EMAIL_SUBADDRESS=off, +jane@a.com, ALLOWED",
    "EMAIL_MODE=allowlist EMAIL_ALLOW=a.com, jane@b.com, EMAIL_NOT_ALLOWED",
    "EMAIL_MODE=log EMAIL_ALLOW=a.com, jane@b.com, ALLOWED",
  })
  void ruleSaysWhatItIsAbout(String settings, String address, String expected) {
    assertThat(answer(settings, address)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL_SPECIAL_USE, special-use, jane@example.com",
    "EMAIL_MODE, allow, jane@a.com",
    "EMAIL_RELAY, relay, jane@duck.com",
    "EMAIL_DISPOSABLE, disposable, jane@yopmail.com",
    "EMAIL_TYPO, typo, jane@gamil.com",
    "EMAIL_PROVIDER_RULES, provider, jane@gmail.com",
    "EMAIL_ROLE, role, root@a.com",
    "EMAIL_SUBADDRESS, subaddress, jane+x@a.com",
  })
  void ruleInShadowLetsInAndSaysSo(String setting, String rule, String address) {
    List<String> said = new ArrayList<>();
    Witness witness =
        new Witness() {
          @Override
          public void refusedBy(String refusing) {
            said.add("refused " + refusing);
          }

          @Override
          public void wouldBeRefusedBy(String shadow) {
            said.add("shadow " + shadow);
          }

          @Override
          public void unanswered(String silent) {
            said.add("unanswered " + silent);
          }
        };
    EmailRules shadow = EmailRules.from(Map.of(setting, "log"));
    assertThat(shadow.judge("PreSignUp_SignUp", address, witness))
        .isEqualTo(new Decision.Allowed());
    String strict =
        EmailSetting.valueOf(setting).words().stream()
            .filter(word -> Strictness.of(word) == Strictness.STRICT)
            .findFirst()
            .orElseThrow();
    EmailRules.from(Map.of(setting, strict)).judge("PreSignUp_SignUp", address, witness);
    assertThat(said).containsExactly("shadow " + rule, "refused " + rule);
  }
}
