package dev.gatehouse.pulumi.picture;

/** Says in a sentence why there is no picture. */
final class PictureFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PictureFailed(String sentence) {
    super(sentence);
  }
}
