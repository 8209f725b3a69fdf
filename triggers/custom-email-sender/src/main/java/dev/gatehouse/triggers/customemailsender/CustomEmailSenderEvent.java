package dev.gatehouse.triggers.customemailsender;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import io.avaje.jsonb.Json;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The event of the CustomEmailSender trigger, for which AWS's library has no class; or a batch of
 * such events from the queue of notices.
 */
public final class CustomEmailSenderEvent extends CognitoUserPoolEvent {
  private @Nullable Request request;

  @Json.Property("Records")
  private @Nullable List<QueuedEvent> records;

  /** Returns the messages of the queue, or null if Cognito called. */
  public @Nullable List<QueuedEvent> getRecords() {
    return records;
  }

  /** Sets the messages of the queue. */
  public void setRecords(@Nullable List<QueuedEvent> records) {
    this.records = records;
  }

  /**
   * A message of the queue.
   *
   * @param body the JSON of an event
   */
  public record QueuedEvent(String body) {}

  /** Returns the request: the encrypted code and the user's attributes. */
  public @Nullable Request getRequest() {
    return request;
  }

  /** Sets the request. */
  public void setRequest(@Nullable Request request) {
    this.request = request;
  }

  /** The user's attributes, the encrypted code and the client metadata. */
  public static final class Request extends CognitoUserPoolEvent.Request {
    private @Nullable String type;
    private @Nullable String code;
    private @Nullable Map<String, String> clientMetadata;

    /** Returns the type and version, {@code customEmailSenderRequestV1}. */
    public @Nullable String getType() {
      return type;
    }

    /** Sets the type and version. */
    public void setType(@Nullable String type) {
      this.type = type;
    }

    /** Returns the code or the temporary password, encrypted, in Base64. */
    public @Nullable String getCode() {
      return code;
    }

    /** Sets the code or the temporary password, encrypted, in Base64. */
    public void setCode(@Nullable String code) {
      this.code = code;
    }

    /** Returns the client metadata, which is not validated. */
    public @Nullable Map<String, String> getClientMetadata() {
      return clientMetadata;
    }

    /** Sets the client metadata, which is not validated. */
    public void setClientMetadata(@Nullable Map<String, String> clientMetadata) {
      this.clientMetadata = clientMetadata;
    }
  }
}
