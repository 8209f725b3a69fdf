package dev.gatehouse.local.http;

/** Says that somebody else already listens on the port. */
public final class PortInUse extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the port that is taken. */
  public PortInUse(int port) {
    super("Port %d is in use".formatted(port));
  }
}
