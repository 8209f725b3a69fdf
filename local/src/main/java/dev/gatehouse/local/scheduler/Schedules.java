package dev.gatehouse.local.scheduler;

import com.google.gson.JsonObject;
import dev.gatehouse.local.awsjson.Json;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.http.Service;
import dev.gatehouse.local.iam.Authorizer;
import dev.gatehouse.local.iam.Denial;
import dev.gatehouse.local.iam.policy.AccessRequest;
import dev.gatehouse.local.iam.policy.IamPrincipal.AssumedRole;
import dev.gatehouse.local.lambda.invoke.EventDelivery;
import dev.gatehouse.local.plan.Plan;
import dev.gatehouse.local.plan.Resource;
import java.util.Optional;

/**
 * The endpoint {@code /_gatehouse/schedules/NAME}: POST runs a schedule of the plan now, with the
 * permissions of the schedule's role. Schedules do not run by themselves.
 */
public record Schedules(
    Plan plan, Authorizer authorizer, EventDelivery functions, DeadLetters deadLetters)
    implements Service {

  /** The dead-letter queues of schedules. */
  @FunctionalInterface
  public interface DeadLetters {
    /** Sends a message to the queue of this ARN, if there is one. */
    void send(String queueArn, String body);
  }

  /** The start of the paths. */
  public static final String PATH = "/_gatehouse/schedules/";

  private static final String SCHEDULE = "aws:scheduler/schedule:Schedule";

  @Override
  public Response handle(Request request) {
    if (!request.method().equals("POST")) {
      return message(405, "POST runs the schedule now.").with("Allow", "POST");
    }
    String name = request.path().substring(PATH.length());
    Optional<Resource> schedule =
        plan.ofType(SCHEDULE).stream()
            .filter(it -> it.name().equals(name) || it.input("name").equals(name))
            .findFirst();
    return schedule
        .map(this::run)
        .orElseGet(() -> message(404, "The plan has no schedule " + name + "."));
  }

  private Response run(Resource schedule) {
    JsonObject target = schedule.object("target");
    String function = target.get("arn").getAsString();
    String event = target.has("input") ? target.get("input").getAsString() : "{}";
    AssumedRole session =
        new AssumedRole(target.get("roleArn").getAsString(), schedule.input("name"));
    Optional<Denial> denial =
        authorizer.deny(new AccessRequest(session, "lambda:InvokeFunction", function));
    if (denial.isPresent()) {
      deadLetter(target, session, event);
      return message(403, denial.get().message());
    }
    Thread.startVirtualThread(() -> functions.deliver(function, "scheduler", event));
    return message(202, "The function is invoked.");
  }

  /** Sends the event of a call that failed to the dead-letter queue, if the role may. */
  private void deadLetter(JsonObject target, AssumedRole session, String event) {
    if (target.has("deadLetterConfig")) {
      String queue = target.getAsJsonObject("deadLetterConfig").get("arn").getAsString();
      if (authorizer.deny(new AccessRequest(session, "sqs:SendMessage", queue)).isEmpty()) {
        deadLetters.send(queue, event);
      }
    }
  }

  private static Response message(int status, String message) {
    return Response.of(
        status, "application/json", Json.text(Json.object("message", message)) + "\n");
  }
}
