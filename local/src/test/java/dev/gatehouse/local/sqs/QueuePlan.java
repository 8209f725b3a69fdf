package dev.gatehouse.local.sqs;

import static dev.gatehouse.local.plan.PlanResources.resource;

import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.PlanResources;
import dev.gatehouse.local.plan.Resource;
import java.util.List;

/** A plan with a queue, its dead-letter queue, and a function that reads it by a mapping. */
public final class QueuePlan {
  /** The start of every queue URL. */
  public static final String URL = "https://sqs.us-east-1.amazonaws.com/000000000000/";

  /** The start of every queue ARN. */
  public static final String ARN = "arn:aws:sqs:us-east-1:000000000000:";

  /** The alias that the mapping calls. */
  public static final String ALIAS = "arn:aws:lambda:us-east-1:000000000000:function:drain:live";

  /** Inputs of a queue with a dead-letter queue. */
  public static final String REDRIVE =
      "{\"visibilityTimeoutSeconds\": 60, \"redrivePolicy\":"
          + " \"{\\\"deadLetterTargetArn\\\":\\\""
          + ARN
          + "dead\\\",\\\"maxReceiveCount\\\":2}\"}";

  private QueuePlan() {}

  /** Returns a queue with these inputs. */
  public static Resource queue(String name, String inputs) {
    return resource(
        "aws:sqs/queue:Queue",
        name,
        inputs,
        "{\"name\": \"%s\", \"url\": \"%s\", \"arn\": \"%s\"}"
            .formatted(name, URL + name, ARN + name));
  }

  /** Returns an event source mapping with more inputs. */
  public static Resource mapping(String more) {
    return resource(
        "aws:lambda/eventSourceMapping:EventSourceMapping",
        "drain",
        "{\"eventSourceArn\": \"%s\", \"functionName\": \"%s\"%s}"
            .formatted(ARN + "waiting", ALIAS, more),
        "{}");
  }

  /** Returns the plan with these inputs of the queue and more inputs of the mapping. */
  public static Plan plan(String queueInputs, String mappingInputs) {
    return PlanResources.plan(
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
