package dev.gatehouse.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.MethodSource;

final class OptionalRulesTest {
  private static final String CASES = "optional-rules.csv";

  /** Parses {@code ROLE=reject DENY=a.com}. */
  private static Map<String, String> settings(String text) {
    Map<String, String> settings = new HashMap<>();
    for (String setting : text.split(" ", -1)) {
      settings.put(
          setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
    }
    return settings;
  }

  private static Decision decision(String settings, String address, RuleListener listener) {
    return EmailRules.of(settings(settings)).judge("PreSignUp_SignUp", address, listener);
  }

  @ParameterizedTest
  @CsvFileSource(resources = CASES)
  void addressGetsTheExpectedDecision(String settings, String address, String expected) {
    Decision decision = decision(settings, address, RuleListener.NONE);
    assertThat(decision instanceof Refused refused ? refused.code().name() : "ALLOWED")
        .isEqualTo(expected);
  }

  /** The DNS is not available in this test. */
  static Stream<EmailRuleSetting> settingsWithoutLookup() {
    return Arrays.stream(EmailRuleSetting.values())
        .filter(setting -> setting.words().contains("log") && setting != EmailRuleSetting.MX);
  }

  @ParameterizedTest
  @MethodSource("settingsWithoutLookup")
  void ruleThatLogsAllowsTheAddressAndReportsIt(EmailRuleSetting setting) throws IOException {
    String address = refusedAddress(setting);
    List<String> reports = new ArrayList<>();
    RuleListener listener = new Reports(reports);
    assertThat(decision(setting + "=reject", address, listener)).isInstanceOf(Refused.class);
    assertThat(decision(setting + "=log", address, listener)).isEqualTo(new Allowed());
    String rule = reports.get(0).substring("refused by ".length());
    assertThat(reports).containsExactly("refused by " + rule, "would be refused by " + rule);
  }

  /** Returns the address of the first case that a setting refuses. */
  private static String refusedAddress(EmailRuleSetting setting) throws IOException {
    try (InputStream cases =
        Objects.requireNonNull(OptionalRulesTest.class.getResourceAsStream(CASES))) {
      return new String(cases.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> line.startsWith(setting + "=reject") && line.contains(", EMAIL_"))
          .map(line -> line.split(", ", -1)[1])
          .findFirst()
          .orElseThrow(() -> new AssertionError("no refused case of " + setting + " in " + CASES));
    }
  }

  /** A listener that records what is reported. */
  private record Reports(List<String> lines) implements RuleListener {
    @Override
    public void refusedBy(String rule) {
      lines.add("refused by " + rule);
    }

    @Override
    public void wouldBeRefusedBy(String rule) {
      lines.add("would be refused by " + rule);
    }

    @Override
    public void lookupFailed(String rule) {
      lines.add("lookup failed in " + rule);
    }
  }
}
