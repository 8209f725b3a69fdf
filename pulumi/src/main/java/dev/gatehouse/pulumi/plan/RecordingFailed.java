package dev.gatehouse.pulumi.plan;

/** Says in a sentence why there is no plan. */
public final class RecordingFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Takes the sentence a person reads. */
  public RecordingFailed(String sentence) {
    super(sentence);
  }
}
