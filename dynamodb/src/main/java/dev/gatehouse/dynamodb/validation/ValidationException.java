package dev.gatehouse.dynamodb.validation;

/** A request that DynamoDB refuses with a {@code ValidationException}. */
public final class ValidationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final boolean requestCheck;

  private ValidationException(String text, boolean requestCheck) {
    // Refusals are answers, not faults: nobody reads their stack.
    super(text, null, false, false);
    this.requestCheck = requestCheck;
  }

  /** Creates the failure of a check of the request alone, which single-item writes envelop. */
  public static ValidationException ofRequest(String text) {
    return new ValidationException(text, true);
  }

  /** Creates the failure of a check that needs the table or the item, which is always bare. */
  public static ValidationException bare(String text) {
    return new ValidationException(text, false);
  }

  /** Returns the message on the wire of an operation of the layer. */
  public String message(ValidationLayer layer) {
    return requestCheck ? layer.envelope(getMessage()) : getMessage();
  }

  @Override
  @SuppressWarnings("NullAway") // The constructor sets it.
  public String getMessage() {
    return super.getMessage();
  }
}
