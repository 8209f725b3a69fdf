package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.plan.Declared.resource;

import dev.gatehouse.local.plan.Declared;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.List;

/** Declares a queue, the one it lays aside into, a function and what hands the one to the other. */
final class QueuePlan {
  static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/";
  static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";
  static final String ALIAS = "arn:aws:lambda:us-east-1:000000000000:function:drain:live";

  static final String REDRIVE =
      "{\"visibilityTimeoutSeconds\": 60, \"redrivePolicy\":"
          + " \"{\\\"deadLetterTargetArn\\\":\\\""
          + ARN
          + "dead\\\",\\\"maxReceiveCount\\\":2}\"}";

  private QueuePlan() {}

  static Resource queue(String name, String inputs) {
    return resource(
        "aws:sqs/queue:Queue",
        name,
        inputs,
        "{\"name\": \"%s\", \"url\": \"%s\", \"arn\": \"%s\"}"
            .formatted(name, URL + name, ARN + name));
  }

  static Resource mapping(String more) {
    return resource(
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        "drain",
        "{\"eventSourceArn\": \"%s\", \"functionName\": \"%s\"%s}"
            .formatted(ARN + "waiting", ALIAS, more),
        "{}");
  }

  /** Returns the plan with these inputs of the queue, and with more inputs of the mapping. */
  static Plan plan(String queueInputs, String mappingInputs) {
    return Declared.plan(
        List.of(
            queue("dead", "{}"),
            queue("waiting", queueInputs),
            resource(
                "aws:lambda/function:Function",
                "drain",
                "{\"timeout\": 10}",
                "{\"name\": \"drain\", \"arn\": \"%s\"}".formatted(ALIAS.replace(":live", ""))),
            resource(
                "aws:lambda/alias:Alias",
                "drain",
                "{\"functionName\": \"drain\"}",
                "{\"arn\": \"%s\"}".formatted(ALIAS)),
            mapping(mappingInputs)));
  }
}
