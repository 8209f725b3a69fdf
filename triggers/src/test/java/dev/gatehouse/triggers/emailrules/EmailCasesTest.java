package dev.gatehouse.triggers.emailrules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.gatehouse.triggers.emailrules.Decision.Allowed;
import dev.gatehouse.triggers.emailrules.Decision.Refused;
import dev.gatehouse.triggers.emailrules.Syntax.Read;
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

/** Judges every address of {@code email-cases.tsv}, where the folding of letters differs too. */
final class EmailCasesTest {
  /** The longest there is by RFC 5321; our pool takes less. */
  private static final String MAX_OCTETS = "254";

  private static final Locale MACHINE = Locale.getDefault();

  /** One line of the file. */
  record Case(String address, String expected, Map<String, String> settings, String line) {
    private static final String CANONICAL = "canonical=";

    static Case of(String line) {
      List<String> columns = List.of(line.split("\t", -1));
      String address = JsonParser.parseString(columns.get(0)).getAsString();
      String expected = columns.get(1).equals("reject") ? columns.get(4) : columns.get(1);
      return new Case(address, expected, settings(columns.get(2)), line);
    }

    /** Reads {@code rule@mode=allowlist;allow=a|b} as EMAIL_MODE=allowlist and EMAIL_ALLOW=a,b. */
    private static Map<String, String> settings(String rule) {
      Map<String, String> settings = new HashMap<>(Map.of("EMAIL_MAX_LENGTH", MAX_OCTETS));
      int at = rule.indexOf('@');
      if (at >= 0) {
        for (String setting : rule.substring(at + 1).split(";", -1)) {
          int equals = setting.indexOf('=');
          String name = setting.substring(0, equals).replaceAll("([A-Z])", "_$1");
          settings.put(
              "EMAIL_" + name.toUpperCase(Locale.ROOT),
              setting.substring(equals + 1).replace('|', ','));
        }
      }
      return settings;
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
        .flatMap(locale -> cases.stream().map(one -> Arguments.of(locale, one)));
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
  void giveTheLocaleBack() {
    Locale.setDefault(MACHINE);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("casesUnderEachLocale")
  void addressGetsTheAnswerThatIsWrittenDown(String locale, Case one) {
    Locale.setDefault(Locale.forLanguageTag(locale));
    EmailRules rules = EmailRules.from(one.settings());
    assertThat(rules.judge("PreSignUp_SignUp", one.address())).isEqualTo(one.decision());
    if (one.canonical() != null) {
      assertThat(canonical(one)).isEqualTo(one.canonical());
    }
  }

  private static String canonical(Case one) {
    Read read = (Read) new Syntax(Syntax.LONGEST, IdnForm.ULABEL).read(one.address());
    return new Settings(one.settings()).canonicalForm().of(read.address());
  }

  @Test
  void everyLineIsThere() throws IOException {
    assertThat(cases()).hasSize(433);
  }
}
