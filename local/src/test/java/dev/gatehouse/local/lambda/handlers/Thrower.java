package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A function that throws an exception with the message in its event. */
public final class Thrower implements RequestHandler<String, String> {

  @Override
  public String handleRequest(String message, Context context) {
    throw new IllegalStateException(message);
  }
}
