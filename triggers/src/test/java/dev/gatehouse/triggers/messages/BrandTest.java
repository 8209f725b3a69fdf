package dev.gatehouse.triggers.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BrandTest {
  private static void stops(Map<String, String> environment, String message) {
    assertThatExceptionOfType(SettingInvalid.class)
        .isThrownBy(() -> Brand.from(environment))
        .withMessageStartingWith(message);
  }

  @Test
  void missingNameOfTheProductStopsTheFunction() {
    stops(Map.of(), "PRODUCT_NAME must be 1 to 40 visible characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        " Gatehouse",
        "Gate\nhouse",
        "Gate\thouse",
        "Gate\u200Bhouse",
        "{####}",
        "Gate\u00A0house",
        "12345678901234567890123456789012345678901"
      })
  void nameThatIsNoneStopsTheFunction(String product) {
    stops(Map.of("PRODUCT_NAME", product), "PRODUCT_NAME must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "green", "#fff", "1f6b52", "#1f6b5g", "#1f6b52;", "#1f6b5200"})
  void colourThatIsNoneStopsTheFunction(String colour) {
    stops(
        Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", colour),
        "BRAND_COLOR must be a colour such as #1f6b52");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#7a7a7a", "#7c7c7c"})
  void colourThatNoTextStandsOutFromStopsTheFunction(String colour) {
    stops(
        Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", colour),
        "BRAND_COLOR must be lighter or darker");
  }

  @ParameterizedTest
  @CsvSource({"#000000, #ffffff", "#1F6B52, #ffffff", "#ffffff, #14181d", "#ffd166, #14181d"})
  void nameIsWrittenInWhateverStandsOut(String colour, String ink) {
    Brand brand = Brand.from(Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", colour));
    assertThat(brand.colour().hex()).isEqualToIgnoringCase(colour);
    assertThat(brand.ink().hex()).isEqualTo(ink);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "help@example", "a@b.com, c@d.com", "<a@b.com>", "a b@c.de"})
  void supportAddressThatIsNoneStopsTheFunction(String address) {
    stops(
        Map.of("PRODUCT_NAME", "Gatehouse", "SUPPORT_ADDRESS", address),
        "SUPPORT_ADDRESS must be an address such as help@example.com");
  }
}
