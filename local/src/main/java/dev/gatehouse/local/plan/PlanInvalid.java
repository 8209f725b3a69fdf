package dev.gatehouse.local.plan;

/** A plan that the local emulator does not support; the message names the resource. */
public final class PlanInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates an exception with a sentence for the user. */
  public PlanInvalid(String sentence) {
    super(sentence);
  }
}
