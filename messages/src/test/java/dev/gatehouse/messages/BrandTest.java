package dev.gatehouse.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BrandTest {
  private static void assertInvalid(Map<String, String> settings, String message) {
    assertThatExceptionOfType(InvalidMessageSetting.class)
        .isThrownBy(() -> Brand.of(settings))
        .withMessageStartingWith(message);
  }

  @Test
  void productNameIsRequired() {
    assertInvalid(Map.of(), "PRODUCT_NAME must be 1 to 40 visible characters");
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
  void malformedProductNameIsRefused(String product) {
    assertInvalid(Map.of("PRODUCT_NAME", product), "PRODUCT_NAME must be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "green", "#fff", "1f6b52", "#1f6b5g", "#1f6b52;", "#1f6b5200"})
  void malformedColorIsRefused(String color) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", color),
        "BRAND_COLOR must be a color such as #1f6b52");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#7a7a7a", "#7c7c7c"})
  void colorWithoutLegibleTextIsRefused(String color) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", color),
        "BRAND_COLOR must be lighter or darker");
  }

  @ParameterizedTest
  @CsvSource({"#000000, #ffffff", "#1F6B52, #ffffff", "#ffffff, #14181d", "#ffd166, #14181d"})
  void textIsWhiteOrDarkWhicheverIsLegible(String color, String textColor) {
    Brand brand = Brand.of(Map.of("PRODUCT_NAME", "Gatehouse", "BRAND_COLOR", color));
    assertThat(brand.color().hex()).isEqualToIgnoringCase(color);
    assertThat(brand.textColor().hex()).isEqualTo(textColor);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "help", "help@example", "a@b.com, c@d.com", "<a@b.com>", "a b@c.de"})
  void malformedSupportAddressIsRefused(String address) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "SUPPORT_ADDRESS", address),
        "SUPPORT_ADDRESS must be an address such as help@example.com");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "app.example.com",
        "http://app.example.com",
        "https://",
        "https:///path",
        "https://app.example.com/?a=b",
        "https://app.example.com/#top",
        "https://user@app.example.com",
        "https://app.example.com/a b",
        "https://app.example.com/{####}",
        "https://b\u00fccher.example",
        "javascript:alert(1)",
      })
  void malformedProductUrlIsRefused(String url) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "PRODUCT_URL", url),
        "PRODUCT_URL must be an address such as https://app.example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "https://app.example.com/, https://app.example.com",
    "https://app.example.com/start, https://app.example.com/start",
    "https://xn--bcher-kva.example, https://xn--bcher-kva.example",
    "http://localhost:5173, http://localhost:5173"
  })
  void productUrlEndsWithoutASlash(String url, String expected) {
    assertThat(Brand.of(Map.of("PRODUCT_NAME", "G", "PRODUCT_URL", url)).productUrl())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "logo.png", "http://example.com/logo.png", "data:image/png;base64,AA"})
  void malformedLogoUrlIsRefused(String url) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "LOGO_URL", url),
        "LOGO_URL must be an address such as https://www.example.com/logo.png");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " Main Street", "Main\nStreet", "{username}"})
  void malformedCompanyAddressIsRefused(String address) {
    assertInvalid(
        Map.of("PRODUCT_NAME", "Gatehouse", "COMPANY_ADDRESS", address),
        "COMPANY_ADDRESS must be 1 to 200 visible characters");
  }
}
