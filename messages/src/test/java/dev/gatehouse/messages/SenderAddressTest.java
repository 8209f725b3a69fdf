package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SenderAddressTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Example <no-reply@example.com>",
        "A & B <no-reply@example.com>",
        "\"Doe, Jane (Example)\" <no-reply@example.com>",
        "\"Jane \\\"J\\\" \\\\Doe\" <no-reply@example.com>",
        "=?UTF-8?Q?Caf=C3=A9?= <no-reply@example.com>"
      })
  void nameMayPrecedeTheAddress(String text) {
    assertThat(SenderAddress.matches(text)).isTrue();
    assertThat(SenderAddress.address(text)).isEqualTo("no-reply@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Doe, Jane <no-reply@example.com>",
        "Example: Sales <no-reply@example.com>",
        "a@b.com <no-reply@example.com>",
        "Example<no-reply@example.com>",
        "<no-reply@example.com>",
        "Caf\u00e9 <no-reply@example.com>",
        "\"A\"B\" <no-reply@example.com>",
        "Example <no-reply@example>",
        "Example <no-reply@example.com> ",
        "A <a@b.com>\r\nBcc: c@d.com"
      })
  void nameThatMailSystemsMisreadIsRefused(String text) {
    assertThat(SenderAddress.matches(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o'brien+x@example.com",
        "a.b@xn--bcher-kva.example.com",
        "help@example.xn--p1ai",
        "x@a-b.co"
      })
  void addressMayBeADotAtomAtADomainOfALabels(String address) {
    assertThat(PlainAddress.matches(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".a@example.com",
        "a..b@example.com",
        "a.@example.com",
        "a@-b.com",
        "a@b-.com",
        "a@example.c0m",
        "a@b\u00fccher.com",
        "j\u00e4ne@example.com",
        "a@example.com.",
        "{support}@example.com"
      })
  void otherAddressIsRefused(String address) {
    assertThat(PlainAddress.matches(address)).isFalse();
  }

  @Test
  void localPartHasAtMost64Characters() {
    assertThat(PlainAddress.matches("a".repeat(64) + "@example.com")).isTrue();
    assertThat(PlainAddress.matches("a".repeat(65) + "@example.com")).isFalse();
  }
}
