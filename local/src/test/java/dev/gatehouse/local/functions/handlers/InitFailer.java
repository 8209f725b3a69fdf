package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Needs a variable that it is not given. */
public final class InitFailer implements RequestHandler<String, String> {

  private final String needed;

  /** Throws, as a function does whose environment lacks something. */
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
