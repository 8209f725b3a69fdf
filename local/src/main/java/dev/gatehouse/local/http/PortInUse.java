package dev.gatehouse.local.http;

import java.util.Locale;

/** The exception for a port that another process listens on. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception for a port. */
  public PortInUse(int port) {
    super(String.format(Locale.ROOT, "Port %d is in use", port));
  }
}
