package dev.gatehouse.local.functions.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.TimeUnit;

/** Takes three seconds to start and none to answer. */
public final class SlowStarter implements RequestHandler<String, String> {

  /** Takes its time. */
  public SlowStarter() throws InterruptedException {
    TimeUnit.SECONDS.sleep(3);
  }

  @Override
  public String handleRequest(String event, Context context) {
    return event;
  }
}
