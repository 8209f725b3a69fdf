package dev.gatehouse.triggers.messages;

import dev.gatehouse.triggers.SettingInvalid;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what makes a mail this product's own.
 *
 * @param colour of the band that bears the name
 * @param ink of the name on that band
 * @param supportAddress where people may write to, if there is such an address
 */
record Brand(String product, Colour colour, Colour ink, @Nullable String supportAddress) {
  private static final String PRODUCT_NAME = "PRODUCT_NAME";
  private static final String BRAND_COLOR = "BRAND_COLOR";
  private static final String SUPPORT_ADDRESS = "SUPPORT_ADDRESS";

  private static final int PRODUCT_LENGTH = 40;
  private static final String USUAL_COLOUR = "#1f6b52";
  private static final Colour WHITE = new Colour(0xffffff);
  private static final Colour DARK = new Colour(0x14181d);

  /**
   * Reads the settings of the mails.
   *
   * @throws SettingInvalid if one of them is missing or is not what it should be
   */
  static Brand from(Map<String, String> environment) {
    Colour colour = colour(environment.getOrDefault(BRAND_COLOR, USUAL_COLOUR));
    return new Brand(
        product(environment.get(PRODUCT_NAME)),
        colour,
        ink(colour),
        supportAddress(environment.get(SUPPORT_ADDRESS)));
  }

  private static String product(@Nullable String product) {
    if (product == null || !isName(product)) {
      throw new SettingInvalid(
          PRODUCT_NAME, "must be 1 to 40 visible characters on one line, without braces");
    }
    return product;
  }

  private static boolean isName(String product) {
    return product.equals(product.strip())
        && !product.isEmpty()
        && product.length() <= PRODUCT_LENGTH
        && product.indexOf('{') < 0
        && product.indexOf('}') < 0
        && product.chars().noneMatch(Character::isISOControl)
        && CognitoText.takes(product);
  }

  private static Colour colour(String text) {
    try {
      return Colour.parse(text);
    } catch (IllegalArgumentException malformed) {
      throw new SettingInvalid(BRAND_COLOR, "must be a colour such as #1f6b52");
    }
  }

  private static Colour ink(Colour colour) {
    return Stream.of(WHITE, DARK)
        .filter(ink -> ink.isLegibleOn(colour))
        .findFirst()
        .orElseThrow(() ->
            new SettingInvalid(
                BRAND_COLOR,
                "must be lighter or darker: neither white nor dark text stands out from it by"
                    + " 4.5 to 1"));
  }

  private static @Nullable String supportAddress(@Nullable String address) {
    if (address != null && !PlainAddress.is(address)) {
      throw new SettingInvalid(SUPPORT_ADDRESS, "must be an address such as help@example.com");
    }
    return address;
  }
}
