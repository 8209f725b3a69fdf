package dev.gatehouse.emailrules.providers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.emailrules.syntax.Address;
import dev.gatehouse.emailrules.syntax.Ascii;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CanonicalFormTest {
  private static Address address(String text) {
    int at = text.indexOf('@');
    return new Address(text.substring(0, at), Ascii.lower(text.substring(at + 1)));
  }

  @ParameterizedTest
  @CsvSource({
    "Jane.Doe+x+y@GoogleMail.com, janedoe@gmail.com",
    "jane.doe=x@gmail.com, janedoe=x@gmail.com",
    "jane.doe+x@mail.gmail.com, jane.doe@mail.gmail.com",
    "jane=x@a.com, jane@a.com",
    "jane#x@a.com, jane@a.com",
    "jane-x@a.com, jane-x@a.com",
    "j.d-x@gmail.com, jd-x@gmail.com",
    "+jane@a.com, +jane@a.com",
    "+jane+x@a.com, +jane@a.com",
    "jane-a-b@yahoo.com, jane@yahoo.com",
    "-jane@yahoo.com, -jane@yahoo.com",
    "jane+x@yahoo.co.jp, jane@yahoo.co.jp",
    "jane-x@rocketmail.com, jane@rocketmail.com",
    "jane-x@mail.yahoo.com, jane-x@mail.yahoo.com",
    "shop@jane.fastmail.com, jane@fastmail.com",
    "shop+x@Jane.Fastmail.FM, jane@fastmail.fm",
    "a@b.jane.fastmail.com, a@b.jane.fastmail.com",
    "jane+x@fastmail.com, jane@fastmail.com",
    "jane.d+x@ya.ru, jane.d@yandex.ru",
    "jane+x@yandex.com, jane@yandex.ru",
    "jane@yandex.fr, jane@yandex.fr",
    "j.d+x@outlook.com, j.d@outlook.com",
    "j.d+x@me.com, j.d@me.com",
    "j.d+x@pm.me, j.d@pm.me",
  })
  void addressesOfOneMailboxHaveOneForm(String address, String canonical) {
    assertThat(CanonicalForm.of(address(address))).isEqualTo(canonical);
  }

  @ParameterizedTest
  @CsvSource({
    "jane+x@gmail.com, true",
    "jane=x@gmail.com, true",
    "jane+@a.com, true",
    "+jane@a.com, false",
    "jane-x@a.com, false",
    "jane-x@yahoo.de, true",
    "jane-x@yahoo.dev, false",
    "shop@jane.fastmail.com, true",
    "jane@fastmail.com, false",
    "j.a.n.e@gmail.com, false",
  })
  void subaddressHasASeparatorOrAPersonalDomain(String address, boolean subaddress) {
    assertThat(CanonicalForm.isSubaddress(address(address))).isEqualTo(subaddress);
  }
}
