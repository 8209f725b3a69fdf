package dev.gatehouse.emailrules.dns;

/** A failure to look up a domain, after which the rule lets the address pass. */
public final class LookupFailed extends RuntimeException {
  LookupFailed(Throwable cause) {
    super(cause);
  }
}
