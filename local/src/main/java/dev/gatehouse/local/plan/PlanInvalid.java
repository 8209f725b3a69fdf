package dev.gatehouse.local.plan;

/** Says in one sentence, naming the resource, why a plan cannot be run on one machine. */
public final class PlanInvalid extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence a person reads. */
  public PlanInvalid(String sentence) {
    super(sentence);
  }
}
