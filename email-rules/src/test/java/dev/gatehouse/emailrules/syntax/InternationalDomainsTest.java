package dev.gatehouse.emailrules.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.syntax.AddressSyntax.Invalid;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Result;
import dev.gatehouse.emailrules.syntax.AddressSyntax.Valid;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InternationalDomainsTest {
  /** Returns the parsed domain, or the error. */
  private static String parse(AddressSyntax syntax, String domain) {
    Result result = syntax.parse("user@" + domain);
    return result instanceof Invalid invalid
        ? invalid.error().name()
        : ((Valid) result).address().domain();
  }

  @ParameterizedTest
  @CsvSource({
    "XN--BCHER-KVA.DE, xn--bcher-kva.de",
    "xn--strae-oqa.de, xn--strae-oqa.de",
    "a.xn--p1ai, a.xn--p1ai",
    "xn--0.tld, IDN",
    "xn--a-xbba.com, IDN",
    "xn--example.com, IDN",
    "xn--abc-.com, DOMAIN",
    "xn---bc-fdc.jp, IDN",
    "xn--BCHER-kva.xn--0, IDN",
    "xn--n28h.ws, IDN",
    "xn--KBH-qla.xn--, DOMAIN",
    "ab--cd.com, DOMAIN",
    "bücher.de, IDN_FORM",
    "bücher。de, IDN_FORM",
    "ｇｍａｉｌ.com, IDN_FORM",
    "example\u212a.com, IDN_FORM",
    "😉.tld, IDN",
    "a.com\u0131, IDN_FORM",
  })
  void onlyALabelsAreAccepted(String domain, String expected) {
    assertThat(parse(AddressSyntax.A_LABELS, domain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "BÜCHER.de, xn--bcher-kva.de",
    "bücher。de, xn--bcher-kva.de",
    "bücher｡DE, xn--bcher-kva.de",
    "ｇｍａｉｌ.ｃｏｍ, gmail.com",
    "bu\u0308cher.de, xn--bcher-kva.de",
    "straße.de, xn--strae-oqa.de",
    "σς.gr, xn--3xab.gr",
    "gmail․com, DOMAIN",
    "gmail․com.de, DOMAIN",
    "a／b.com, DOMAIN",
    "😉.tld, IDN",
    "gооgle.ru, IDN_SCRIPT",
    "xn--bcher-kva.de, xn--bcher-kva.de",
  })
  void uLabelsAreConvertedToALabels(String domain, String expected) {
    assertThat(parse(AddressSyntax.U_LABELS, domain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"xn--bcher-kva.de, true", "mail.xn--bcher-kva.de, true", "plain.de, false"})
  void domainWithAnALabelIsInternational(String domain, boolean international) {
    assertThat(new Address("user", domain).isInternational()).isEqualTo(international);
  }

  @ParameterizedTest
  @CsvSource({
    "курс.com, IDN_SCRIPT",
    "курс2.com, IDN_SCRIPT",
    "курс.ru, xn--j1aik4a.ru",
    "курс.рф, xn--j1aik4a.xn--p1ai",
    "пример.com, xn--e1afmkfd.com",
    "www.раураӏ.com, IDN_SCRIPT",
    "pаypal.com, IDN_SCRIPT",
    "日本語テスト.jp, xn--zckzah9876b3zcwz1b.jp",
    "abc日本語.jp, xn--abc-lj4e9a7yr9e.jp",
    "ábc日本語.jp, IDN_SCRIPT",
    "한국어abc漢.kr, xn--abc-2m0r37d94p65p1n0j.kr",
    "한국어ひ.kr, IDN_SCRIPT",
    "ελλάдα.gr, IDN_SCRIPT",
    "ไทยabc.th, IDN_SCRIPT",
  })
  void labelThatLooksLikeAnotherIsRefused(String domain, String expected) {
    String parsed = parse(AddressSyntax.U_LABELS, domain);
    if (expected.startsWith("xn--")) {
      assertThat(parsed).startsWith("xn--").endsWith(expected.substring(expected.indexOf('.')));
    } else {
      assertThat(parsed).isEqualTo(expected);
    }
  }
}
