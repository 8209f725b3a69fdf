package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** Ends its process with the status it is told, and stays for a negative one. */
public final class Exiter implements RequestHandler<Integer, String> {

  @Override
  public String handleRequest(Integer status, Context context) {
    if (status >= 0) {
      Runtime.getRuntime().halt(status);
    }
    return "stayed";
  }
}
