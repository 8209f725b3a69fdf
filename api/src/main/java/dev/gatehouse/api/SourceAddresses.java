package dev.gatehouse.api;

import dev.gatehouse.lambda.settings.FunctionSettings;
import dev.gatehouse.lambda.settings.InvalidSetting;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The addresses that requests come from, as the log shows them: as HMACs, so that who has the key
 * finds the requests of an address, and who has the log alone finds no address.
 *
 * @param key null if the log shows nothing of them
 */
record SourceAddresses(@Nullable SecretKeySpec key) {
  /** The addresses of a function without a key. */
  static final SourceAddresses NONE = new SourceAddresses(null);

  private static final String SETTING = "SOURCE_ADDRESS_KEY";
  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern KEY = Pattern.compile("[!-~]{32,}");

  /** As many octets as keep two addresses apart; the line stays short. */
  private static final int SHOWN = 16;

  /**
   * Returns the addresses with the key {@code SOURCE_ADDRESS_KEY}.
   *
   * @throws InvalidSetting if the key is too short: all addresses of IPv4 are soon tried
   */
  static SourceAddresses from(FunctionSettings settings) {
    @Nullable String key = settings.optional(SETTING);
    if (key == null) {
      return NONE;
    }
    if (!KEY.matcher(key).matches()) {
      throw new InvalidSetting(SETTING, "must be 32 or more visible ASCII characters");
    }
    return new SourceAddresses(
        new SecretKeySpec(key.getBytes(StandardCharsets.US_ASCII), ALGORITHM));
  }

  /** Returns the HMAC of an address, null without a key or an address. */
  @Nullable String hmac(@Nullable String address) {
    if (key == null || address == null) {
      return null;
    }
    try {
      Mac hmac = Mac.getInstance(ALGORITHM);
      hmac.init(key);
      byte[] octets = hmac.doFinal(address.getBytes(StandardCharsets.US_ASCII));
      return HexFormat.of().formatHex(octets, 0, SHOWN);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Returns a text without the key. */
  @Override
  public String toString() {
    return "SourceAddresses";
  }
}
