package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/** A function that returns its event, environment and context. */
public final class Echo implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    System.out.println("echo says hello");
    Map<String, Object> response = new LinkedHashMap<>();
    response.put("event", event);
    response.put("environment", System.getenv());
    response.put("pid", ProcessHandle.current().pid());
    response.put("arn", context.getInvokedFunctionArn());
    response.put("version", context.getFunctionVersion());
    response.put("remaining", context.getRemainingTimeInMillis());
    response.put("heap", Runtime.getRuntime().maxMemory());
    response.put("loader", Echo.class.getClassLoader().getClass().getSimpleName());
    return response;
  }
}
