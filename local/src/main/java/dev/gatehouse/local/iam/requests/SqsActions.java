package dev.gatehouse.local.iam.requests;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The actions of SQS's operations; an operation on a batch has the action of one message. */
final class SqsActions {
  /** What a task that moves messages does with the queue that it empties. */
  private static final List<String> MOVING =
      List.of("sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes");

  private SqsActions() {}

  /**
   * Returns the actions of an operation.
   *
   * @param member the member of a name, if the request has it
   */
  static List<AwsAction> of(String operation, Function<String, Optional<String>> member) {
    String action = operation.replaceFirst("Batch$", "");
    String resource =
        member
            .apply("QueueUrl")
            .map(it -> it.substring(it.lastIndexOf('/') + 1))
            .or(() -> member.apply("QueueName"))
            .map(queue -> AwsAction.arnPrefix("sqs") + queue)
            .or(() -> member.apply("SourceArn"))
            .orElse("*");
    List<AwsAction> actions = new ArrayList<>();
    actions.add(new AwsAction("sqs:" + action, resource));
    if (operation.equals("StartMessageMoveTask")) {
      MOVING.forEach(it -> actions.add(new AwsAction(it, resource)));
      member
          .apply("DestinationArn")
          .ifPresent(it -> actions.add(new AwsAction("sqs:SendMessage", it)));
    }
    return actions;
  }
}
