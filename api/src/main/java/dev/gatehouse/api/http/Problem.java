package dev.gatehouse.api.http;

import java.util.Locale;

/**
 * The codes of the problem details (RFC 9457) that the API returns; docs/errors.md explains each.
 */
public enum Problem {
  INVALID_JSON(400, "Body is not a JSON object", "Send one JSON object as the body"),
  INVALID_FIELD(400, "BodyField is missing or wrong", "A field of the body is missing or wrong"),
  INVALID_PARAMETER(
      400, "Value was not accepted", "One of the values has a form that is not accepted"),
  INVALID_CODE(
      400,
      "Code is not valid",
      "The code is wrong or has expired, or was not asked for. Check it, or ask for a new one"),
  IDEMPOTENCY_KEY_INVALID(
      400,
      "Idempotency-Key is not valid",
      "Idempotency-Key takes 16 to 255 visible ASCII characters. Send a random UUID"),
  BAD_REQUEST(400, "Request is not valid", "This request cannot be understood"),
  TOKEN_MISSING(401, "Token is missing", "Send an access token: Authorization: Bearer <token>"),
  TOKEN_INVALID(401, "Token is not valid", "The token is not valid or has expired. Sign in"),
  ACCESS_TOKEN_REQUIRED(
      401, "Access token is required", "Send the access token of the sign-in, not its ID token"),
  PASSWORD_RESET_REQUIRED(
      401, "Password must be reset", "Reset the password, then sign in with the new one"),
  FORBIDDEN(403, "Request is forbidden", "This request is not let through"),
  UNKNOWN_ROUTE(404, "Unknown route", "There is nothing at this path"),
  METHOD_NOT_ALLOWED(405, "Method is not allowed", "This path takes other methods: see Allow"),
  ACCOUNT_EXISTS(409, "Account exists", "An account with this email address exists. Sign in"),
  ALREADY_CONFIRMED(409, "Account is confirmed", "This account has been confirmed before. Sign in"),
  INVITATION_PENDING(
      409,
      "Invitation is pending",
      "This account was made by an invitation. Sign in with the password that it contains"),
  REQUEST_OUTSTANDING(
      409,
      "Request is outstanding",
      "A request with this Idempotency-Key still runs. Send this one again shortly"),
  PRECONDITION_FAILED(
      412, "Profile has changed", "The profile is not the one of If-Match any more. Read it again"),
  BODY_TOO_LARGE(413, "Body is too large", "The body may have 16384 octets at most"),
  UNSUPPORTED_MEDIA_TYPE(415, "Body is not JSON", "Send the body as application/json"),
  IDEMPOTENCY_KEY_REUSED(
      422,
      "Idempotency-Key is already used",
      "Another request had this Idempotency-Key. Send each request with a key of its own"),
  WEAK_PASSWORD(422, "Password is too weak", "The password does not meet the password policy"),
  EMAIL_REQUIRED(422, "Email address is missing", "Enter an email address"),
  EMAIL_INVALID(422, "Email address is not valid", "Enter a valid email address"),
  EMAIL_UNSUPPORTED(
      422,
      "Email address is not supported",
      "Use an email address without special or accented letters"),
  EMAIL_UNDELIVERABLE(
      422,
      "Email address cannot receive mail",
      "We cannot deliver mail to this address. Check the part after the @ sign"),
  EMAIL_NOT_ALLOWED(
      422, "Email address is not allowed", "This email address cannot be used to sign up"),
  EMAIL_DISPOSABLE(
      422,
      "Email address is temporary",
      "Temporary email addresses are not supported. Use your regular email address"),
  EMAIL_SUBADDRESS(
      422,
      "Email address has a + part",
      "Use your email address without the part after the + sign"),
  SIGN_UP_REFUSED(422, "Sign-up was refused", "This sign-up cannot be accepted"),
  TOO_MANY_REQUESTS(429, "Too many requests", "Too many requests just now. Try again shortly"),
  TOO_MANY_ATTEMPTS(
      429, "Too many attempts", "Too many attempts for this account. Try again later"),
  INTERNAL_ERROR(500, "Internal error", "Something went wrong here. Try again later"),
  CODE_NOT_SENT(
      503, "Code was not sent", "The account waits, but its code was not sent. Ask for a new code"),
  CONFIRMATION_INCOMPLETE(
      503, "Confirmation is incomplete", "The account is probably confirmed. Try to sign in"),
  SERVICE_UNAVAILABLE(503, "Service is unavailable", "Not available right now. Try again later"),
  TIMED_OUT(504, "Answer took too long", "It is not known whether this was done");

  private final int status;
  private final String title;
  private final String detail;

  Problem(int status, String title, String detail) {
    this.status = status;
    this.title = title;
    this.detail = detail;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the title, which is the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Returns the sentence that is shown unless an occurrence has a more precise one. */
  public String detail() {
    return detail;
  }

  /** Returns the URI that identifies the problem on every host. */
  public String type() {
    return "urn:gatehouse:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns whether the same request may succeed later: the server failed, or has a limit. */
  public boolean isTransient() {
    return isFault() || this == TOO_MANY_REQUESTS || this == TOO_MANY_ATTEMPTS;
  }

  /** Returns whether the server failed, so that the same request may succeed later. */
  public boolean isFault() {
    return status >= 500;
  }
}
