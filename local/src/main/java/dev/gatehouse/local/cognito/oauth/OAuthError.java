package dev.gatehouse.local.cognito.oauth;

/** Is an error that the authorization server tells a client, as RFC 6749 names it. */
final class OAuthError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;

  private OAuthError(int status, String error) {
    super(error, null, false, false);
    this.status = status;
  }

  static OAuthError of(String error) {
    return new OAuthError(400, error);
  }

  int status() {
    return status;
  }

  OAuthError with(int other) {
    return new OAuthError(other, String.valueOf(getMessage()));
  }
}
