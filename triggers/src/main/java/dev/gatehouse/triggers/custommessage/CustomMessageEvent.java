package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent.Response;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import org.jspecify.annotations.Nullable;

/** Carries back the one field of Cognito's event that AWS's own class drops. */
public final class CustomMessageEvent extends CognitoUserPoolEvent {
  private @Nullable Request request;
  private @Nullable Response response;

  /** Returns what the mail is about. */
  public @Nullable Request getRequest() {
    return request;
  }

  /** Takes what the mail is about. */
  public void setRequest(@Nullable Request request) {
    this.request = request;
  }

  /** Returns the words of the mail. */
  public @Nullable Response getResponse() {
    return response;
  }

  /** Takes the words of the mail. */
  public void setResponse(@Nullable Response response) {
    this.response = response;
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
