package dev.gatehouse.local.iam.requests;

import java.util.List;
import java.util.Optional;

/** The actions of SQS's operations; an operation on a batch has the action of one message. */
final class SqsActions {

  private SqsActions() {}

  /**
   * Returns the actions of an operation.
   *
   * @param url the queue's URL, if the request names one
   * @param name the queue's name, if the request names one
   */
  static List<AwsAction> of(String operation, Optional<String> url, Optional<String> name) {
    String action = operation.replaceFirst("Batch$", "");
    String resource =
        url.map(it -> it.substring(it.lastIndexOf('/') + 1))
            .or(() -> name)
            .map(queue -> AwsAction.arnPrefix("sqs") + queue)
            .orElse("*");
    return List.of(new AwsAction("sqs:" + action, resource));
  }
}
