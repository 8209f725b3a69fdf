package dev.gatehouse.local.cognito.domains;

import org.jspecify.annotations.Nullable;

/**
 * A domain of a user pool, whose hosted pages and OAuth endpoints are all at localhost.
 *
 * @param name a prefix of AWS's domain, or a whole domain
 * @param certificateArn the certificate of a custom domain, null for a prefix
 * @param managedLoginVersion 1 for the classic pages, 2 for managed login
 */
public record PoolDomain(String name, @Nullable String certificateArn, int managedLoginVersion) {

  /** Returns whether this is a whole domain with a certificate of its own. */
  public boolean isCustom() {
    return certificateArn != null;
  }
}
