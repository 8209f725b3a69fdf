package dev.gatehouse.local.ses;

/** Says why a call is refused, by SES's code and message. */
final class QueryRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  QueryRefused(String code, String message) {
    super(message);
    this.code = code;
  }

  String code() {
    return code;
  }
}
