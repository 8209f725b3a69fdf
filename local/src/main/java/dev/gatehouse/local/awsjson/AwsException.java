package dev.gatehouse.local.awsjson;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An error of an AWS service: a type that programs read, and a message. */
public final class AwsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String type;
  private final int status;
  private final transient Map<String, String> headers;

  /** Creates an error with status 400; AWS leaves the message of some errors out. */
  public AwsException(String type, @Nullable String message) {
    this(400, type, message, Map.of());
  }

  /** Creates an error with this HTTP status. */
  public AwsException(int status, String type, @Nullable String message) {
    this(status, type, message, Map.of());
  }

  private AwsException(
      int status, String type, @Nullable String message, Map<String, String> headers) {
    super(message, null, false, false);
    this.type = type;
    this.status = status;
    this.headers = headers;
  }

  /** Returns the error for a body that is not JSON or has a member of another type. */
  public static AwsException serialization(String message) {
    return new AwsException("SerializationException", message);
  }

  /** Returns the same error with one more response header. */
  public AwsException withHeader(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new AwsException(status, type, getMessage(), more);
  }

  /** Returns the value of {@code __type}. */
  public String type() {
    return type;
  }

  /** Returns the HTTP status. */
  public int status() {
    return status;
  }

  /** Returns the message, empty if AWS sends none. */
  public String text() {
    return getMessage() == null ? "" : getMessage();
  }

  /** Returns the value of a response header, or an empty Optional if the error has none. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  Map<String, String> headers() {
    return headers;
  }
}
