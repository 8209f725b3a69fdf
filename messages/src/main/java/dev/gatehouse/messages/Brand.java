package dev.gatehouse.messages;

import dev.gatehouse.messages.copy.CognitoText;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a product's mails show of the product.
 *
 * @param color the color of the band that shows the name
 * @param textColor the color of the name on that band
 * @param supportAddress the address that users may write to, or null if there is none
 * @param productUrl the address of the product's pages, or null if mails have no link
 * @param logoUrl the address of an image to show instead of the name, or null if there is none
 * @param companyAddress the postal address of the company, or null if there is none
 */
record Brand(
    String product,
    Color color,
    Color textColor,
    @Nullable String supportAddress,
    @Nullable String productUrl,
    @Nullable String logoUrl,
    @Nullable String companyAddress) {
  private static final String PRODUCT_NAME = "PRODUCT_NAME";
  private static final String BRAND_COLOR = "BRAND_COLOR";
  private static final String SUPPORT_ADDRESS = "SUPPORT_ADDRESS";
  private static final String PRODUCT_URL = "PRODUCT_URL";
  private static final String LOGO_URL = "LOGO_URL";
  private static final String COMPANY_ADDRESS = "COMPANY_ADDRESS";

  private static final int MAX_PRODUCT_LENGTH = 40;
  private static final int MAX_COMPANY_LENGTH = 200;
  private static final String DEFAULT_COLOR = "#1f6b52";
  private static final Color WHITE = new Color(0xffffff);
  private static final Color DARK = new Color(0x14181d);

  /**
   * Returns the brand that these settings describe.
   *
   * @throws InvalidMessageSetting if a setting is missing or malformed
   */
  static Brand of(Map<String, String> settings) {
    Color color = color(settings.getOrDefault(BRAND_COLOR, DEFAULT_COLOR));
    return new Brand(
        product(settings.get(PRODUCT_NAME)),
        color,
        textColor(color),
        supportAddress(settings.get(SUPPORT_ADDRESS)),
        WebAddress.ofPages(PRODUCT_URL, settings.get(PRODUCT_URL)),
        WebAddress.ofImage(LOGO_URL, settings.get(LOGO_URL)),
        companyAddress(settings.get(COMPANY_ADDRESS)));
  }

  private static String product(@Nullable String product) {
    if (product == null || !isLine(product, MAX_PRODUCT_LENGTH)) {
      throw new InvalidMessageSetting(
          PRODUCT_NAME, "must be 1 to 40 visible characters on one line, without braces");
    }
    return product;
  }

  private static @Nullable String companyAddress(@Nullable String address) {
    if (address != null && !isLine(address, MAX_COMPANY_LENGTH)) {
      throw new InvalidMessageSetting(
          COMPANY_ADDRESS, "must be 1 to 200 visible characters on one line, without braces");
    }
    return address;
  }

  private static boolean isLine(String text, int maxLength) {
    return text.equals(text.strip())
        && !text.isEmpty()
        && text.length() <= maxLength
        && text.indexOf('{') < 0
        && text.indexOf('}') < 0
        && text.chars().noneMatch(Character::isISOControl)
        && CognitoText.isAccepted(text);
  }

  private static Color color(String text) {
    try {
      return Color.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new InvalidMessageSetting(BRAND_COLOR, "must be a color such as #1f6b52");
    }
  }

  private static Color textColor(Color background) {
    return Stream.of(WHITE, DARK)
        .filter(candidate -> candidate.isLegibleOn(background))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidMessageSetting(
                    BRAND_COLOR,
                    "must be lighter or darker: white and dark text both have a contrast below 4.5"
                        + " to 1 on it"));
  }

  private static @Nullable String supportAddress(@Nullable String address) {
    if (address != null && !PlainAddress.matches(address)) {
      throw new InvalidMessageSetting(
          SUPPORT_ADDRESS, "must be an address such as help@example.com");
    }
    return address;
  }
}
