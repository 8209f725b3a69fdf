package dev.gatehouse.dynamodb.error;

/** The types of errors, with the namespace, status and name of the message of each. */
public enum ErrorType {
  VALIDATION("com.amazon.coral.validate#ValidationException"),
  SERIALIZATION("com.amazon.coral.service#SerializationException", "Message"),
  UNKNOWN_OPERATION("com.amazon.coral.service#UnknownOperationException"),
  ACCESS_DENIED("com.amazon.coral.service#AccessDeniedException", "Message"),
  MISSING_AUTHENTICATION_TOKEN("com.amazon.coral.service#MissingAuthenticationTokenException"),
  INCOMPLETE_SIGNATURE("com.amazon.coral.service#IncompleteSignatureException"),
  INVALID_SIGNATURE("com.amazon.coral.service#InvalidSignatureException"),
  RESOURCE_NOT_FOUND("ResourceNotFoundException", 400),
  RESOURCE_IN_USE("ResourceInUseException", 400),
  CONDITIONAL_CHECK_FAILED("ConditionalCheckFailedException", 400),
  TRANSACTION_CANCELED("com.amazonaws.dynamodb.v20120810#TransactionCanceledException", "Message"),
  IDEMPOTENT_PARAMETER_MISMATCH("IdempotentParameterMismatchException", 400),
  LIMIT_EXCEEDED("LimitExceededException", 400),
  TABLE_NOT_FOUND("TableNotFoundException", 400),
  INTERNAL_SERVER_ERROR("InternalServerError", 500);

  private final String name;
  private final String messageMember;
  private final int status;

  ErrorType(String name) {
    this(name, "message");
  }

  ErrorType(String name, String messageMember) {
    this.name = name;
    this.messageMember = messageMember;
    this.status = 400;
  }

  ErrorType(String shortName, int status) {
    this.name = "com.amazonaws.dynamodb.v20120810#" + shortName;
    this.messageMember = "message";
    this.status = status;
  }

  /** Returns the value of the member __type. */
  public String wireName() {
    return name;
  }

  /** Returns the name of the member that carries the text. */
  public String messageMember() {
    return messageMember;
  }

  public int status() {
    return status;
  }
}
