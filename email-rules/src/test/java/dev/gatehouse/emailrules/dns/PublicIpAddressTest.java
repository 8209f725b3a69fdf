package dev.gatehouse.emailrules.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PublicIpAddressTest {
  @ParameterizedTest
  @CsvSource({
    "8.8.8.8, true",
    "100.63.255.255, true",
    "100.64.0.1, false",
    "192.0.2.1, false",
    "192.0.3.1, true",
    "198.18.0.1, false",
    "198.19.255.255, false",
    "198.20.0.1, true",
    "10.1.2.3, false",
    "127.0.0.1, false",
    "0.0.0.0, false",
    "0.1.2.3, false",
    "169.254.1.1, false",
    "224.0.0.1, false",
    "255.255.255.255, false",
    "2606:4700::1, true",
    "::1, false",
    "fe80::1, false",
    "fd00::1, false",
    "2001:db8::1, false",
    "2001:db9::1, true",
  })
  void privateAndReservedAddressesAreNotPublic(String literal, boolean expected) {
    assertThat(PublicIpAddress.isPublic(literal)).isEqualTo(expected);
  }
}
