package dev.gatehouse.triggers.customemailsender;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries what Cognito wants mailed; AWS's library has no class for this trigger. */
public final class CustomEmailSenderEvent extends CognitoUserPoolEvent {
  private @Nullable Request request;

  /** Returns what is to be sent, and to whom. */
  public @Nullable Request getRequest() {
    return request;
  }

  /** Takes what is to be sent, and to whom. */
  public void setRequest(@Nullable Request request) {
    this.request = request;
  }

  /** Adds to the user's attributes the code and what the client said. */
  public static final class Request extends CognitoUserPoolEvent.Request {
    private @Nullable String type;
    private @Nullable String code;
    private @Nullable Map<String, String> clientMetadata;

    /** Returns the version of this request's shape. */
    public @Nullable String getType() {
      return type;
    }

    /** Takes the version of this request's shape. */
    public void setType(@Nullable String type) {
      this.type = type;
    }

    /** Returns the code or the temporary password, encrypted, in Base64. */
    public @Nullable String getCode() {
      return code;
    }

    /** Takes the code or the temporary password, encrypted, in Base64. */
    public void setCode(@Nullable String code) {
      this.code = code;
    }

    /** Returns what the client passed along, unchecked. */
    public @Nullable Map<String, String> getClientMetadata() {
      return clientMetadata;
    }

    /** Takes what the client passed along, unchecked. */
    public void setClientMetadata(@Nullable Map<String, String> clientMetadata) {
      this.clientMetadata = clientMetadata;
    }
  }
}
