package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Throws what it is told. */
public final class Thrower implements RequestHandler<String, String> {

  @Override
  public String handleRequest(String message, Context context) {
    throw new IllegalStateException(message);
  }
}
