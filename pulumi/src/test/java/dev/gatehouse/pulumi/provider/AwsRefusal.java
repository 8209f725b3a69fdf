package dev.gatehouse.pulumi.provider;

/** An error that AWS would respond with. */
final class AwsRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  AwsRefusal(String message) {
    super(message);
  }
}
