package dev.gatehouse.local.functions;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.gatehouse.local.plan.Resource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Is one function of the plan, with Lambda's defaults where the program left something out. */
record LambdaFunction(Resource resource, Path archive) {

  String name() {
    return resource.output("name");
  }

  String arn() {
    return resource.output("arn");
  }

  String handler() {
    return resource.input("handler");
  }

  String runtime() {
    return resource.input("runtime");
  }

  int memory() {
    return resource.wholeInput("memorySize").orElse(128);
  }

  Duration timeout() {
    return Duration.ofSeconds(resource.wholeInput("timeout").orElse(3));
  }

  Map<String, String> environment() {
    Map<String, String> variables = new TreeMap<>();
    if (resource.object("environment").get("variables") instanceof JsonObject given) {
      given.asMap().forEach((name, value) -> variables.put(name, value.getAsString()));
    }
    return variables;
  }

  JsonObject logging() {
    return resource.object("loggingConfig");
  }

  /** Returns whether the program publishes a version beside {@code $LATEST}. */
  boolean published() {
    JsonElement publish = resource.inputs().get("publish");
    return publish != null && publish.getAsBoolean();
  }

  /** Returns whether published versions start from a snapshot. */
  boolean snapStart() {
    JsonElement applyOn = resource.object("snapStart").get("applyOn");
    return applyOn != null && applyOn.getAsString().equals("PublishedVersions");
  }
}
