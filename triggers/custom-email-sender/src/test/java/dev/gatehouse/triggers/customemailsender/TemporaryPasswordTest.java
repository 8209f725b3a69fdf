package dev.gatehouse.triggers.customemailsender;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemporaryPasswordTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ' ',
      quoteCharacter = '~',
      value = {
        "aB3$xyz! aB3$xyz!",
        "a&lt;b&gt;c a<b>c",
        "a&amp;b a&b",
        "&quot;x&#39; \"x'",
        "a&b a&b",
        "&amp;lt; &lt;",
        "&lt &lt",
        "&copy; &copy;",
        "& &",
        "&lt;&lt; <<"
      })
  void eachEscapeIsDecodedOnce(String escaped, String password) {
    assertThat(TemporaryPassword.unescape(escaped)).isEqualTo(password);
  }
}
