package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A function whose init fails because a variable is not set. */
public final class InitFailer implements RequestHandler<String, String> {

  private final String needed;

  /** Throws an exception if the variable NEEDED is not set. */
  public InitFailer() {
    String value = System.getenv("NEEDED");
    if (value == null) {
      throw new IllegalStateException("The environment variable NEEDED is not set");
    }
    needed = value;
  }

  @Override
  public String handleRequest(String event, Context context) {
    return needed;
  }
}
