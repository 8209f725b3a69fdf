package dev.gatehouse.local.jws;

import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;

/**
 * The parser of tokens. It takes base64url in its one spelling only (RFC 7515, section 2): without
 * padding or foreign characters, and with zeros in the bits that are left.
 */
public final class CompactJws {
  private CompactJws() {}

  /**
   * Parses a token, without verifying its signature.
   *
   * @throws ParseException if it is malformed, or spelled otherwise than it was issued
   */
  public static SignedJWT parse(String token) throws ParseException {
    SignedJWT jwt = SignedJWT.parse(token);
    requireCanonical(token);
    return jwt;
  }

  /**
   * Requires the canonical spelling of a token's parts.
   *
   * @throws ParseException if one is spelled otherwise than it was issued
   */
  public static void requireCanonical(String token) throws ParseException {
    for (String part : token.split("\\.", -1)) {
      if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
        throw new ParseException("a part of the token is not canonical base64url", 0);
      }
    }
  }
}
