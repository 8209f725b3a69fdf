package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.concurrent.TimeUnit;

/** A function with an init of three seconds. */
public final class SlowStarter implements RequestHandler<String, String> {

  /** Sleeps three seconds. */
  public SlowStarter() throws InterruptedException {
    TimeUnit.SECONDS.sleep(3);
  }

  @Override
  public String handleRequest(String event, Context context) {
    return event;
  }
}
