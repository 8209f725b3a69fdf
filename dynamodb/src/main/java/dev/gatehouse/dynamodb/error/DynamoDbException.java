package dev.gatehouse.dynamodb.error;

import com.google.gson.JsonElement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A refusal of a request, which becomes the error that is answered. */
public final class DynamoDbException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String ENVELOPE = "1 validation error detected: ";

  private final ErrorType type;
  private final @Nullable String text;
  private final boolean ofRequest;
  private final transient Map<String, JsonElement> members;

  private DynamoDbException(
      ErrorType type, @Nullable String text, boolean ofRequest, Map<String, JsonElement> members) {
    super(text, null, false, false);
    this.type = type;
    this.text = text;
    this.ofRequest = ofRequest;
    this.members = members;
  }

  /** Returns an error of any type. */
  public static DynamoDbException of(ErrorType type, String text) {
    return new DynamoDbException(type, text, false, Map.of());
  }

  /** Returns an error without a message. */
  public static DynamoDbException withoutMessage(ErrorType type) {
    return new DynamoDbException(type, null, false, Map.of());
  }

  /** Returns an error with more members than type and message. */
  public static DynamoDbException of(
      ErrorType type, String text, Map<String, JsonElement> members) {
    return new DynamoDbException(type, text, false, members);
  }

  /**
   * Returns a ValidationException about the request alone, found without its table: PutItem,
   * UpdateItem and DeleteItem put its text into an envelope.
   */
  public static DynamoDbException ofRequest(String text) {
    return new DynamoDbException(ErrorType.VALIDATION, text, true, Map.of());
  }

  /** Returns a ValidationException whose text stands alone on every operation. */
  public static DynamoDbException validation(String text) {
    return of(ErrorType.VALIDATION, text);
  }

  /** Returns a ValidationException whose text begins as that of invalid parameter values does. */
  public static DynamoDbException invalidParameter(String text) {
    return validation(Texts.INVALID_PARAMETER + text);
  }

  /** Returns this error as the single-item writes answer it. */
  public DynamoDbException enveloped() {
    return ofRequest ? of(type, ENVELOPE + text) : this;
  }

  /** Returns this error with another text. */
  public DynamoDbException withText(String other) {
    return new DynamoDbException(type, other, ofRequest, members);
  }

  public ErrorType type() {
    return type;
  }

  /** Returns the text of the member message, null for none. */
  public @Nullable String text() {
    return text;
  }

  /** Returns the text of the member message, empty for none. */
  public String textOrEmpty() {
    return text == null ? "" : text;
  }

  public Map<String, JsonElement> members() {
    return members;
  }
}
