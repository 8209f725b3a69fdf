package dev.gatehouse.triggers.postconfirmation;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The event of PostConfirmation with its response, which AWS's own class drops. */
public final class PostConfirmationEvent extends CognitoUserPoolPostConfirmationEvent {
  private @Nullable Map<String, Object> response;

  /** Returns the response, which Cognito sends empty and expects back. */
  public @Nullable Map<String, Object> getResponse() {
    return response;
  }

  /** Sets the response that Cognito sent. */
  public void setResponse(@Nullable Map<String, Object> response) {
    this.response = response;
  }
}
