package dev.gatehouse.local.lambda.handlers;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A function that sleeps, then creates a file if the event names one. */
public final class Sleeper implements RequestHandler<Map<String, String>, String> {

  @Override
  public String handleRequest(Map<String, String> event, Context context) {
    try {
      TimeUnit.MILLISECONDS.sleep(Long.parseLong(event.get("millis")));
      if (event.containsKey("file")) {
        Files.createFile(Path.of(event.get("file")));
      }
    } catch (InterruptedException | IOException e) {
      throw new IllegalStateException(e);
    }
    return "slept";
  }
}
