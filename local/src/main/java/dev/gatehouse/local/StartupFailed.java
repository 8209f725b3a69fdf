package dev.gatehouse.local;

/** An error at startup, with one sentence for the user that names the remedy. */
final class StartupFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  StartupFailed(String sentence) {
    super(sentence);
  }
}
