package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers with the event, and with what it was told beside it. */
public final class Echo implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    System.out.println("echo says hello");
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("event", event);
    answer.put("environment", System.getenv());
    answer.put("pid", ProcessHandle.current().pid());
    answer.put("arn", context.getInvokedFunctionArn());
    answer.put("version", context.getFunctionVersion());
    answer.put("remaining", context.getRemainingTimeInMillis());
    answer.put("heap", Runtime.getRuntime().maxMemory());
    answer.put("loader", Echo.class.getClassLoader().getClass().getSimpleName());
    return answer;
  }
}
