package dev.gatehouse.triggers.emailrules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.triggers.emailrules.Syntax.Read;
import dev.gatehouse.triggers.emailrules.Syntax.Wrong;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class InternationalDomainsTest {
  /** Returns the domain that was read, or the fault that was found. */
  private static String read(IdnForm form, String domain) {
    return switch (new Syntax(Syntax.LONGEST, form).read("user@" + domain)) {
      case Read read -> read.address().domain();
      case Wrong wrong -> wrong.fault().name();
    };
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
  void domainIsTakenAsItIsSentTo(String domain, String expected) {
    assertThat(read(IdnForm.ALABEL, domain)).isEqualTo(expected);
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
  void shownDomainIsReadAsTheOneMailGoesTo(String domain, String expected) {
    assertThat(read(IdnForm.ULABEL, domain)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "xn--bcher-kva.de, IDN_FORM",
    "bücher.de, IDN_FORM",
    "xn--0.de, IDN",
    "plain.de, plain.de",
  })
  void internationalDomainsMayBeRefusedAltogether(String domain, String expected) {
    assertThat(read(IdnForm.REJECT, domain)).isEqualTo(expected);
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
  void labelThatPassesForAnotherIsRefused(String domain, String expected) {
    String read = read(IdnForm.ULABEL, domain);
    if (expected.startsWith("xn--")) {
      assertThat(read).startsWith("xn--").endsWith(expected.substring(expected.indexOf('.')));
    } else {
      assertThat(read).isEqualTo(expected);
    }
  }
}
