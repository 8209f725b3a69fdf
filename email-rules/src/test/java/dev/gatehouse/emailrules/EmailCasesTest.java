package dev.gatehouse.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.emailrules.Decision.Allowed;
import dev.gatehouse.emailrules.Decision.Refused;
import dev.gatehouse.emailrules.syntax.AddressSyntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every address of {@code email-cases.tsv}, in locales whose lower case differs too. */
final class EmailCasesTest {
  private static final Locale DEFAULT_LOCALE = Locale.getDefault();

  /** A line of the file. */
  record Case(String address, String expected, Map<String, String> settings, String line) {
    private static final String CANONICAL = "canonical=";

    static Case of(String line) {
      List<String> columns = List.of(line.split("\t", -1));
      String address = JsonParser.parseString(columns.get(0)).getAsString();
      String expected = columns.get(1).equals("reject") ? columns.get(4) : columns.get(1);
      return new Case(address, expected, settings(columns.get(2)), line);
    }

    /** Parses {@code rule@allowlist=reject;allow=a|b} as ALLOWLIST=reject and ALLOW=a,b. */
    private static Map<String, String> settings(String rule) {
      Map<String, String> settings = new HashMap<>();
      int at = rule.indexOf('@');
      if (at >= 0) {
        for (String setting : rule.substring(at + 1).split(";", -1)) {
          int equals = setting.indexOf('=');
          String name = setting.substring(0, equals).replaceAll("([A-Z])", "_$1");
          settings.put(
              name.toUpperCase(Locale.ROOT), setting.substring(equals + 1).replace('|', ','));
        }
      }
      return settings;
    }

    EmailRules rules() {
      return new EmailRules(new EmailRuleSettings(settings), canonical -> false, syntax());
    }

    /** Returns RFC 5321's syntax, of which the rules accept less, unless the line names another. */
    private AddressSyntax syntax() {
      return switch (settings.getOrDefault("SYNTAX", "")) {
        case "" -> AddressSyntax.A_LABELS;
        case "u-labels" -> AddressSyntax.U_LABELS;
        case "128-octets" -> EmailRules.SYNTAX;
        default -> throw new IllegalArgumentException(line);
      };
    }

    Decision decision() {
      return expected.equals("accept") || canonical() != null
          ? new Allowed()
          : new Refused(RefusalCode.valueOf(expected));
    }

    @Nullable String canonical() {
      return expected.startsWith(CANONICAL) ? expected.substring(CANONICAL.length()) : null;
    }

    @Override
    public String toString() {
      return line;
    }
  }

  static Stream<Arguments> casesUnderEachLocale() throws IOException {
    List<Case> cases = cases();
    return Stream.of("en", "tr", "az")
        .flatMap(locale -> cases.stream().map(testCase -> Arguments.of(locale, testCase)));
  }

  private static List<Case> cases() throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(EmailCasesTest.class.getResourceAsStream("email-cases.tsv")),
                UTF_8))) {
      return lines.lines().skip(1).map(Case::of).toList();
    }
  }

  @AfterEach
  void restoreTheLocale() {
    Locale.setDefault(DEFAULT_LOCALE);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("casesUnderEachLocale")
  void addressGetsTheExpectedDecision(String locale, Case testCase) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    assertThat(testCase.rules().judge("PreSignUp_SignUp", testCase.address()))
        .isEqualTo(testCase.decision());
    if (testCase.canonical() != null) {
      assertThat(EmailRules.canonicalForm(testCase.address())).hasValue(testCase.canonical());
    }
  }

  @Test
  void fileHasAllItsLines() throws IOException {
    assertThat(cases()).hasSize(433);
  }
}
