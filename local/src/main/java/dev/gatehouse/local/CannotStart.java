package dev.gatehouse.local;

/** Says in one sentence why the machine does not start, and what to do about it. */
final class CannotStart extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotStart(String sentence) {
    super(sentence);
  }
}
