package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.emailrules.Decision.Refused;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
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
  @CsvFileSource(resources = "optional-rules.csv")
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
    Witness witness = new Said(said);
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

  /** Writes down what the rules say. */
  private record Said(List<String> said) implements Witness {
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
  }
}
