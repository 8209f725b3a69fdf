package dev.gatehouse.local.cognito.oauth;

/** An error response of RFC 6749. */
final class OAuthException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private OAuthException(int status, String error) {
    super(error, null, false, false);
    this.status = status;
  }

  static OAuthException of(String error) {
    return new OAuthException(400, error);
  }

  int status() {
    return status;
  }

  OAuthException withStatus(int other) {
    return new OAuthException(other, String.valueOf(getMessage()));
  }
}
