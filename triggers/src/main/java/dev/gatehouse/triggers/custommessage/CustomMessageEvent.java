package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import org.jspecify.annotations.Nullable;

/** Carries back the one field of Cognito's event that AWS's own class drops. */
public final class CustomMessageEvent extends CognitoUserPoolCustomMessageEvent {
  @Override
  public @Nullable Request getRequest() {
    return (Request) super.getRequest();
  }

  /** Takes the request; Lambda's JSON reader prefers this setter for its more exact type. */
  public void setRequest(Request request) {
    super.setRequest(request);
  }

  /** Adds {@code linkParameter} to the request. */
  public static final class Request extends CognitoUserPoolCustomMessageEvent.Request {
    private @Nullable String linkParameter;

    /** Returns what Cognito would replace with a link. */
    public @Nullable String getLinkParameter() {
      return linkParameter;
    }

    /** Takes what Cognito would replace with a link. */
    public void setLinkParameter(@Nullable String linkParameter) {
      this.linkParameter = linkParameter;
    }
  }
}
