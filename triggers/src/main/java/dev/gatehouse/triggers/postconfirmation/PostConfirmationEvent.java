package dev.gatehouse.triggers.postconfirmation;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolPostConfirmationEvent;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Carries back the one field of Cognito's event that AWS's own class drops. */
public final class PostConfirmationEvent extends CognitoUserPoolPostConfirmationEvent {
  private @Nullable Map<String, Object> response;

  /** Returns the response, which Cognito sends empty and wants back. */
  public @Nullable Map<String, Object> getResponse() {
    return response;
  }

  /** Takes the response as Cognito sends it. */
  public void setResponse(@Nullable Map<String, Object> response) {
    this.response = response;
  }
}
