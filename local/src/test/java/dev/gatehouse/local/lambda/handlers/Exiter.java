package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;

/** A function that exits with the status in its event, unless that is negative. */
public final class Exiter implements RequestHandler<Integer, String> {

  @Override
  public String handleRequest(Integer status, Context context) {
    if (status >= 0) {
      Runtime.getRuntime().halt(status);
    }
    return "stayed";
  }
}
