package dev.gatehouse.triggers.custommessage;

import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolCustomMessageEvent.Response;
import com.amazonaws.services.lambda.runtime.events.CognitoUserPoolEvent;
import org.jspecify.annotations.Nullable;

/** The event of the CustomMessage trigger, with the one field that AWS's own class lacks. */
public final class CustomMessageEvent extends CognitoUserPoolEvent {
  private @Nullable Request request;
  private @Nullable Response response;

  /** Returns the request: the user's attributes and the placeholders of the message. */
  public @Nullable Request getRequest() {
    return request;
  }

  /** Sets the request. */
  public void setRequest(@Nullable Request request) {
    this.request = request;
  }

  /** Returns the response: the subject and the body of the message. */
  public @Nullable Response getResponse() {
    return response;
  }

  /** Sets the response. */
  public void setResponse(@Nullable Response response) {
    this.response = response;
  }

  /** The request of AWS's own class, with {@code linkParameter}. */
  public static final class Request extends CognitoUserPoolCustomMessageEvent.Request {
    private @Nullable String linkParameter;

    /** Returns the placeholder that Cognito replaces with a verification link. */
    public @Nullable String getLinkParameter() {
      return linkParameter;
    }

    /** Sets the placeholder that Cognito replaces with a verification link. */
    public void setLinkParameter(@Nullable String linkParameter) {
      this.linkParameter = linkParameter;
    }
  }
}
