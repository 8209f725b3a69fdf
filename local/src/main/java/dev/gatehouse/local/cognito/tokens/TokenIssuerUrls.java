package dev.gatehouse.local.cognito.tokens;

import java.net.URI;
import java.util.Optional;

/**
 * The issuers of user pools' tokens.
 *
 * @param endpoint the endpoint that clients of the emulator discover, empty for AWS's issuers
 */
public record TokenIssuerUrls(Optional<URI> endpoint) {
  /** The issuers of AWS. */
  public static final TokenIssuerUrls AWS = new TokenIssuerUrls(Optional.empty());

  /** Returns the issuers at the emulator's own address. */
  public static TokenIssuerUrls at(URI endpoint) {
    return new TokenIssuerUrls(Optional.of(endpoint));
  }

  /** Returns the issuer of a user pool, whose id begins with its region. */
  public String of(String poolId) {
    String region = poolId.substring(0, Math.max(poolId.indexOf('_'), 0));
    return endpoint
        .map(url -> url.toString().replaceAll("/$", "") + "/" + poolId)
        .orElse("https://cognito-idp." + region + ".amazonaws.com/" + poolId);
  }
}
